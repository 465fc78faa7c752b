<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Receive</name>
    <message>
        <source>damaged</source>
        <translation>破损</translation>
    </message>
    <message>
        <source>wrong item</source>
        <translation>商品不符</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>过期</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>待收</translation>
    </message>
    <message>
        <source>%1 short</source>
        <translation>少 %1</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>已收齐</translation>
    </message>
    <message>
        <source>%1 over</source>
        <translation>多 %1</translation>
    </message>
    <message>
        <source>Not ordered</source>
        <translation>未订购</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收</translation>
    </message>
    <message>
        <source>Unknown supplier</source>
        <translation>供应商未知</translation>
    </message>
    <message>
        <source>Begun · without an order</source>
        <translation>已开始 · 无订单</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>已开始</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Partly received</source>
        <translation>部分已收</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>拒收 %1</translation>
    </message>
</context>
</TS>
