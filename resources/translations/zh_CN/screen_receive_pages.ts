<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BoardPage</name>
    <message>
        <source>Scan an item</source>
        <translation>扫描商品</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>Unknown supplier</source>
        <translation>供应商未知</translation>
    </message>
    <message>
        <source>Without an order</source>
        <translation>无订单收货</translation>
    </message>
    <message>
        <source>%1 of %2 lines complete</source>
        <translation>%2 行中 %1 行已收齐</translation>
    </message>
    <message>
        <source>Scan the first item</source>
        <translation>请扫描第一件商品</translation>
    </message>
    <message>
        <source>Last scan</source>
        <translation>上次扫描</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收</translation>
    </message>
    <message>
        <source>Received of %1</source>
        <translation>已收，共订 %1</translation>
    </message>
    <message>
        <source>More than ordered</source>
        <translation>超出订单</translation>
    </message>
    <message>
        <source>Not ordered</source>
        <translation>未订购</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>已收齐</translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>Scan the delivery note or an item, or type a supplier</source>
        <translation>扫描送货单或商品，或输入供应商</translation>
    </message>
    <message>
        <source>Expected deliveries</source>
        <translation>待收到货</translation>
    </message>
    <message>
        <source>No delivery is expected</source>
        <translation>目前没有待收的到货</translation>
    </message>
    <message>
        <source>Orders that were sent to a supplier appear here.</source>
        <translation>发给供应商的订单会出现在这里。</translation>
    </message>
    <message>
        <source>Receive without an order</source>
        <translation>无订单收货</translation>
    </message>
</context>
</TS>
