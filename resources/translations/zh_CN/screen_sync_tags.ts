<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Devices</name>
    <message>
        <source>Unknown tag</source>
        <translation>未知标签</translation>
    </message>
    <message>
        <source>Shipping unit</source>
        <translation>物流单元</translation>
    </message>
    <message>
        <source>serial no. %1</source>
        <translation>序列号 %1</translation>
    </message>
    <message>
        <source>Not in the catalogue</source>
        <translation>不在商品目录中</translation>
    </message>
</context>
</TS>
