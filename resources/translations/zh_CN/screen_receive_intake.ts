<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Intake</name>
    <message>
        <source>Receiving goes on where it was left</source>
        <translation>从上次停下的地方继续收货</translation>
    </message>
    <message>
        <source>%1 rejected: put it aside</source>
        <translation>已拒收 %1，请放到一边</translation>
    </message>
    <message>
        <source>%1: now %2 more than ordered</source>
        <translation>%1：现已超出订单 %2</translation>
    </message>
    <message>
        <source>%1 received</source>
        <translation>已收 %1</translation>
    </message>
    <message>
        <source>%1: complete</source>
        <translation>%1：已收齐</translation>
    </message>
    <message>
        <source>%1 received, %2 to come</source>
        <translation>已收 %1，还差 %2</translation>
    </message>
    <message>
        <source>Which of these is it?</source>
        <translation>是其中哪一种？</translation>
    </message>
    <message>
        <source>How much came?</source>
        <translation>到货数量是多少？</translation>
    </message>
    <message>
        <source>%2: receive %1 in all, %3 ordered</source>
        <translation>%2：共收 %1，订购 %3</translation>
    </message>
    <message>
        <source>Not on this order</source>
        <translation>不在此订单上</translation>
    </message>
    <message>
        <source>Receive it anyway</source>
        <translation>仍然收货</translation>
    </message>
    <message>
        <source>Receive goods that are not on the order</source>
        <translation>收下订单以外的商品</translation>
    </message>
    <message>
        <source>Which item is it?</source>
        <translation>是哪种商品？</translation>
    </message>
    <message>
        <source>Type a part of its name or its number</source>
        <translation>输入名称或编号的一部分</translation>
    </message>
</context>
</TS>
