<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Paid</name>
    <message>
        <source>Payments</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>应退</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付</translation>
    </message>
    <message>
        <source>Rounded to coins</source>
        <translation>抹零</translation>
    </message>
</context>
<context>
    <name>TakeMoney</name>
    <message>
        <source>To pay</source>
        <translation>应付</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>实收</translation>
    </message>
    <message>
        <source>What was given</source>
        <translation>已收款项</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>还差</translation>
    </message>
    <message>
        <source>%1 in cash</source>
        <translation>付现金为 %1</translation>
    </message>
    <message>
        <source>Cash given</source>
        <translation>收到现金</translation>
    </message>
</context>
</TS>
