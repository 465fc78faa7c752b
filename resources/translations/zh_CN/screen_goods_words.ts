<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Goods</name>
    <message>
        <source>Lot %1</source>
        <translation>批号 %1</translation>
    </message>
    <message>
        <source>best before %1</source>
        <translation>保质期至 %1</translation>
    </message>
    <message>
        <source>no. %1</source>
        <translation>序列号 %1</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>批号</translation>
    </message>
    <message>
        <source>Best before</source>
        <translation>保质期至</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>序列号</translation>
    </message>
</context>
</TS>
