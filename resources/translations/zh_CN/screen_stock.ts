<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Why this number</source>
        <translation>数字来由</translation>
    </message>
    <message>
        <source>All places</source>
        <translation>全部库位</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>更早</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>What is where, and why</source>
        <translation>货在哪里，数字从何而来</translation>
    </message>
</context>
<context>
    <name>StockScreen</name>
    <message>
        <source>Scan or type a code or a name</source>
        <translation>扫描或输入条码、名称</translation>
    </message>
    <message>
        <source>Several goods have this code. Choose one.</source>
        <translation>多种商品使用此条码，请选择。</translation>
    </message>
    <message>
        <source>%1: %2 available</source>
        <translation>%1：可用 %2</translation>
    </message>
</context>
</TS>
