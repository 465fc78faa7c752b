<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Orders</name>
    <message>
        <source>Why is %1 held?</source>
        <translation>为何冻结 %1？</translation>
    </message>
    <message>
        <source>Hold order %1</source>
        <translation>冻结订单 %1</translation>
    </message>
    <message>
        <source>%1 is on hold</source>
        <translation>%1 已冻结</translation>
    </message>
    <message>
        <source>Release the hold of order %1</source>
        <translation>解除订单 %1 的冻结</translation>
    </message>
    <message>
        <source>%1 goes on</source>
        <translation>%1 继续处理</translation>
    </message>
    <message>
        <source>Cancel all that is not shipped</source>
        <translation>取消所有未发货的商品</translation>
    </message>
    <message>
        <source>Cancel only: %1</source>
        <translation>仅取消：%1</translation>
    </message>
    <message>
        <source>What is to be cancelled?</source>
        <translation>要取消什么？</translation>
    </message>
    <message>
        <source>How much is not wanted any more?</source>
        <translation>不再需要多少？</translation>
    </message>
    <message>
        <source>Why is it cancelled?</source>
        <translation>为何取消？</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>%1 已取消</translation>
    </message>
    <message>
        <source>Cancel order %1: %2</source>
        <translation>取消订单 %1：%2</translation>
    </message>
    <message>
        <source>They came back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>The customer keeps them</source>
        <translation>由顾客留下</translation>
    </message>
    <message>
        <source>What became of the goods?</source>
        <translation>这些商品如何处理？</translation>
    </message>
    <message>
        <source>Settle order %1</source>
        <translation>处理订单 %1</translation>
    </message>
    <message>
        <source>%1 is settled</source>
        <translation>%1 已处理</translation>
    </message>
</context>
</TS>
