<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>New order</source>
        <translation>新建订单</translation>
    </message>
    <message>
        <source>Make pick lists</source>
        <translation>生成拣货单</translation>
    </message>
</context>
<context>
    <name>OrdersScreen</name>
    <message>
        <source>Make pick lists</source>
        <translation>生成拣货单</translation>
    </message>
    <message>
        <source>Allocate what waits</source>
        <translation>分配待货订单</translation>
    </message>
    <message>
        <source>That item is not on this order</source>
        <translation>此商品不在该订单上</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) have all their stock</source>
        <translation>
            <numerusform>%n 张订单已备齐</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still wait(s)</source>
        <translation>
            <numerusform>%n 张仍待货</numerusform>
        </translation>
    </message>
    <message>
        <source>One list for each order</source>
        <translation>每张订单一份拣货单</translation>
    </message>
    <message>
        <source>All together, in one walk</source>
        <translation>合并拣货，一次走完</translation>
    </message>
    <message numerus="yes">
        <source>How are %n orders picked?</source>
        <translation>
            <numerusform>%n 张订单如何拣货？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pick list(s) made</source>
        <translation>
            <numerusform>已生成 %n 份拣货单</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Customer orders</source>
        <translation>顾客订单</translation>
    </message>
</context>
</TS>
