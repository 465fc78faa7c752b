<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>SellParts</name>
    <message>
        <source>was %1</source>
        <translation>原价 %1</translation>
    </message>
    <message>
        <source>Lot %1</source>
        <translation>批号 %1</translation>
    </message>
    <message>
        <source>no. %1</source>
        <translation>序列号 %1</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>批号</translation>
    </message>
</context>
<context>
    <name>TotalCard</name>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Discount %1</source>
        <translation>优惠 %1</translation>
    </message>
    <message>
        <source>Needs approval</source>
        <translation>需主管批准</translation>
    </message>
    <message numerus="yes">
        <source>%n held</source>
        <comment>sales</comment>
        <translation>
            <numerusform>挂单 %n</numerusform>
        </translation>
    </message>
</context>
</TS>
