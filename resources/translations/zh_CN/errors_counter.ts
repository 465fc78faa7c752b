<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>No shift is open at till {till}. Open one first; the cart is kept.</source>
        <translation>收银台 {till} 尚未开班。请先开班；购物车已保留。</translation>
    </message>
    <message>
        <source>Till {till} has an open shift from {date}. Close it first.</source>
        <translation>收银台 {till} 有自 {date} 起未结束的班次。请先结班。</translation>
    </message>
    <message>
        <source>That shift of till {till} is closed. Nothing in it can be changed.</source>
        <translation>收银台 {till} 的该班次已结束，其中内容不能再更改。</translation>
    </message>
    <message>
        <source>The count “{value}” for {name} cannot be right. Count again.</source>
        <translation>{name} 的点数“{value}”不可能正确。请重新清点。</translation>
    </message>
    <message>
        <source>{amount} cannot be put in or taken out. Enter an amount above zero.</source>
        <translation>{amount} 无法存入或取出。请输入大于零的金额。</translation>
    </message>
    <message>
        <source>The cart is empty. Scan something first.</source>
        <translation>购物车是空的。请先扫描商品。</translation>
    </message>
    <message>
        <source>A quantity above zero is needed for {name}.</source>
        <translation>{name} 的数量必须大于零。</translation>
    </message>
    <message>
        <source>{quantity} of {name} is more than {limit}. Was a code scanned as a quantity?</source>
        <translation>{name} 的数量 {quantity} 超过 {limit}。是否把条码当成了数量？</translation>
    </message>
    <message>
        <source>{name} is sold by weight. Put it on the scale.</source>
        <translation>{name} 按重量出售。请放到秤上。</translation>
    </message>
    <message>
        <source>The label of {name} says how much it is. Remove the line and scan again.</source>
        <translation>{name} 的标签已注明数量。请删除该行后重新扫描。</translation>
    </message>
    <message>
        <source>Serial number {serial} of {name} is in the cart already.</source>
        <translation>{name} 的序列号 {serial} 已在购物车中。</translation>
    </message>
    <message>
        <source>{name} was good until {expires}. Put it aside.</source>
        <translation>{name} 的保质期至 {expires}，已过期。请放到一边。</translation>
    </message>
    <message>
        <source>{name}: {price} is too far from the price {list_price}. Change the price list.</source>
        <translation>{name}：{price} 与标价 {list_price} 相差过大。请修改价目表。</translation>
    </message>
    <message>
        <source>This discount cannot be given on {amount}. Enter a smaller one.</source>
        <translation>{amount} 不能享受此折扣。请输入较小的折扣。</translation>
    </message>
    <message>
        <source>{name} is priced in another currency or tax mode than this till&apos;s prices.</source>
        <translation>{name} 的币种或含税方式与此收银台的价格不同。</translation>
    </message>
    <message>
        <source>Say why. The reason is kept with it.</source>
        <translation>请说明原因。原因会一并保存。</translation>
    </message>
    <message>
        <source>This was paid already as {number}. Nothing was changed; print the receipt again.</source>
        <translation>此单已付款，单号 {number}。未作任何更改；请重新打印小票。</translation>
    </message>
    <message>
        <source>{missing} is still to be paid.</source>
        <translation>还需支付 {missing}。</translation>
    </message>
    <message>
        <source>{over} too much: change is given from cash only. Enter a smaller amount.</source>
        <translation>多收 {over}：只有现金可以找零。请输入较小的金额。</translation>
    </message>
    <message>
        <source>{amount} would give {change} change. Was a code scanned as an amount?</source>
        <translation>收 {amount} 需找零 {change}。是否把条码当成了金额？</translation>
    </message>
    <message>
        <source>That looks like a card number and was not stored. Enter the slip&apos;s number instead.</source>
        <translation>这看起来像卡号，未予保存。请输入签购单号。</translation>
    </message>
    <message>
        <source>{wanted} of {name} is too much: {left} of this receipt can still be refunded.</source>
        <translation>{name} 退 {wanted} 太多：此小票还可退 {left}。</translation>
    </message>
    <message>
        <source>{number} is a refund itself. Scan the receipt of the sale.</source>
        <translation>{number} 本身是退货单。请扫描销售小票。</translation>
    </message>
    <message>
        <source>That shift was not found at this site.</source>
        <translation>在此地点未找到该班次。</translation>
    </message>
    <message>
        <source>No receipt {number} is known at this site. Check the number, or scan it again.</source>
        <translation>此地点没有小票 {number}。请核对号码，或重新扫描。</translation>
    </message>
    <message>
        <source>Line {line} is not there any more.</source>
        <translation>第 {line} 行已不存在。</translation>
    </message>
    <message>
        <source>This held sale was taken up or cancelled already.</source>
        <translation>该挂单已被取回或取消。</translation>
    </message>
    <message>
        <source>The coins and notes add up to {counted}, but {declared} was declared. Count again.</source>
        <translation>硬币和纸币合计为 {counted}，但申报的是 {declared}。请重新清点。</translation>
    </message>
    <message>
        <source>{price} is not a price for {name}. Enter what one of it costs.</source>
        <translation>{price} 不能作为 {name} 的价格。请输入其单价。</translation>
    </message>
    <message>
        <source>{amount} by “{tender}” cannot be taken. Enter what is due, or pay another way.</source>
        <translation>不能以“{tender}”收取 {amount}。请输入应付金额，或换一种付款方式。</translation>
    </message>
</context>
</TS>
