<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Till</name>
    <message>
        <source>Scanned by mistake</source>
        <translation>误扫</translation>
    </message>
    <message>
        <source>The customer changed their mind</source>
        <translation>顾客改变主意</translation>
    </message>
    <message>
        <source>The price is wrong</source>
        <translation>价格有误</translation>
    </message>
    <message>
        <source>The customer cannot pay</source>
        <translation>顾客无法付款</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>Price match</source>
        <translation>比价</translation>
    </message>
    <message>
        <source>Damaged goods</source>
        <translation>商品有损</translation>
    </message>
    <message>
        <source>The shelf says another price</source>
        <translation>货架标价不同</translation>
    </message>
    <message>
        <source>Goodwill</source>
        <translation>优待顾客</translation>
    </message>
    <message>
        <source>Not wanted after all</source>
        <translation>不想要了</translation>
    </message>
    <message>
        <source>Faulty or damaged</source>
        <translation>有故障或损坏</translation>
    </message>
    <message>
        <source>The wrong item</source>
        <translation>拿错商品</translation>
    </message>
    <message>
        <source>Charged too much</source>
        <translation>多收了钱</translation>
    </message>
    <message>
        <source>Change money</source>
        <translation>换零钱</translation>
    </message>
    <message>
        <source>Check the drawer</source>
        <translation>检查钱箱</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>银行卡</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation>银行转账</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>The printer did not print. What was booked is safe: press F6.</source>
        <translation>打印机没有打印。已入账的内容不受影响：请按 F6。</translation>
    </message>
    <message>
        <source>The drawer did not open. Open it with its key.</source>
        <translation>钱箱没有打开，请用钥匙打开。</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>打开钱箱</translation>
    </message>
    <message>
        <source>Why open the drawer?</source>
        <translation>为什么打开钱箱？</translation>
    </message>
</context>
</TS>
