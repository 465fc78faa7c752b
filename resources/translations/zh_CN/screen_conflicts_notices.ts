<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Conflicts</name>
    <message>
        <source>another station</source>
        <translation>另一工作站</translation>
    </message>
    <message>
        <source>A change from %1 was set aside</source>
        <translation>来自%1的一项更改已搁置</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The change is in the books now</source>
        <translation>此更改已入账</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>For support</source>
        <translation>技术信息</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>It is kept, and everything after it went on.</source>
        <translation>此更改已保留，其后的更改照常处理。</translation>
    </message>
    <message>
        <source>a station</source>
        <translation>一个工作站</translation>
    </message>
    <message>
        <source>this station</source>
        <translation>本工作站</translation>
    </message>
    <message>
        <source>Two histories of %1</source>
        <translation>%1有两份历史</translation>
    </message>
    <message>
        <source>Its data was restored from a backup or copied to another PC. Both histories are kept; it writes a new one, and what was done since flows on. Do not use the copy.</source>
        <translation>其数据曾从备份恢复或被复制到另一台电脑。两份历史都已保留；它已开始写新的历史，之后的操作照常同步。请勿使用副本。</translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation>发现时间</translation>
    </message>
    <message>
        <source>They differ from change</source>
        <translation>分歧起于更改</translation>
    </message>
    <message>
        <source>Restored or copied</source>
        <translation>已恢复或复制</translation>
    </message>
    <message>
        <source>Held sale taken up twice: %1</source>
        <translation>挂单被重复取出：%1</translation>
    </message>
    <message>
        <source>Two tills took up the same held sale while they could not see each other. Look whether the customer paid twice, and refund one sale if so.</source>
        <translation>两个收银台在互不相通时取出了同一挂单。请核实顾客是否付了两次，如是请退其中一笔。</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Held at</source>
        <translation>挂单时间</translation>
    </message>
    <message>
        <source>It is settled</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Settled: %1</source>
        <translation>已处理：%1</translation>
    </message>
    <message>
        <source>Taken up twice</source>
        <translation>重复取单</translation>
    </message>
    <message>
        <source>Order %1: cancelled here, shipped there</source>
        <translation>订单 %1：一处取消，另一处已发货</translation>
    </message>
    <message>
        <source>What was shipped counts as shipped. The goods that were cancelled meanwhile are expected back, or the customer keeps them: the order says what is open.</source>
        <translation>已发出的以发货为准。期间被取消的商品等待退回，或由顾客留下；订单中会显示未了事项。</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Open the order</source>
        <translation>打开订单</translation>
    </message>
    <message>
        <source>Shipped and cancelled</source>
        <translation>已发货又取消</translation>
    </message>
    <message>
        <source>More of it is promised to orders than lies there. Putting the promises right takes them back from the orders that came last and looks for other stock.</source>
        <translation>分配给订单的数量超过该处库存。更正分配会从最晚的订单收回，并另找库存。</translation>
    </message>
    <message>
        <source>Put the promises right</source>
        <translation>更正分配</translation>
    </message>
    <message>
        <source>The promises are right again</source>
        <translation>分配已更正</translation>
    </message>
    <message>
        <source>Promised too often</source>
        <translation>超额分配</translation>
    </message>
    <message>
        <source>The books say that less than nothing lies there: goods went out before they were entered, or came from another place. Count the place.</source>
        <translation>账面库存为负数：商品在入账前已出库，或来自其他库位。请盘点该库位。</translation>
    </message>
    <message>
        <source>Below zero</source>
        <translation>负库存</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>库位</translation>
    </message>
    <message>
        <source>Lies there</source>
        <translation>库存数量</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>已分配</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>批号</translation>
    </message>
    <message>
        <source>Look at the stock</source>
        <translation>查看库存</translation>
    </message>
</context>
</TS>
