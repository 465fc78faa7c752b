<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Keep as a draft</source>
        <translation>存为草稿</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>EntryPage</name>
    <message>
        <source>Scan an item</source>
        <translation>扫描商品</translation>
    </message>
    <message>
        <source>Lines of the order</source>
        <translation>订单明细</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Enter the order</source>
        <translation>录入订单</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>已添加 %1</translation>
    </message>
    <message>
        <source>%1 added. It has no price: it costs nothing.</source>
        <translation>已添加 %1。该商品没有价格，按零计。</translation>
    </message>
    <message>
        <source>Which of these is it?</source>
        <translation>是哪一个？</translation>
    </message>
    <message>
        <source>Which item is it?</source>
        <translation>是哪种商品？</translation>
    </message>
    <message>
        <source>Type a part of its name or its number</source>
        <translation>输入部分名称或货号</translation>
    </message>
    <message>
        <source>How much is ordered?</source>
        <translation>订购多少？</translation>
    </message>
    <message>
        <source>Who orders?</source>
        <translation>由谁订购？</translation>
    </message>
    <message>
        <source>Name, phone number or e-mail</source>
        <translation>姓名、电话或邮箱</translation>
    </message>
    <message>
        <source>A note for those who pick and pack</source>
        <translation>给拣货和打包人员的备注</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>The order is entered</source>
        <translation>订单已录入</translation>
    </message>
    <message>
        <source>The draft is kept</source>
        <translation>草稿已保存</translation>
    </message>
    <message>
        <source>Throw this order away?</source>
        <translation>放弃此订单？</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were entered and nothing is kept.</source>
        <translation>
            <numerusform>已录入 %n 行，放弃后不会保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>No customer yet</source>
        <translation>尚未选择顾客</translation>
    </message>
</context>
</TS>
