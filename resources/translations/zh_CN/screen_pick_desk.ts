<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Pick</name>
    <message>
        <source>%1 cannot go on with it then. Ask first, so that nothing is picked twice.</source>
        <translation>之后 %1 将无法继续。请先沟通，以免重复拣货。</translation>
    </message>
    <message>
        <source>Take the list over?</source>
        <translation>接手此拣货单？</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>接手</translation>
    </message>
    <message>
        <source>Only the first order</source>
        <translation>仅第一张订单</translation>
    </message>
    <message>
        <source>All %n together, in one walk</source>
        <translation>%n 张合并，一次走完</translation>
    </message>
    <message>
        <source>What is picked now?</source>
        <translation>现在拣什么？</translation>
    </message>
    <message>
        <source>Ship to %1</source>
        <translation>发货给 %1</translation>
    </message>
    <message>
        <source>What is missing stays open as a backorder.</source>
        <translation>缺少的部分作为缺货订单保留。</translation>
    </message>
    <message>
        <source>Shipped: %1</source>
        <translation>已发货：%1</translation>
    </message>
</context>
</TS>
