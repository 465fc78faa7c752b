<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>RefundParts</name>
    <message>
        <source>%1 sold</source>
        <translation>售出 %1</translation>
    </message>
    <message>
        <source>%1 came back</source>
        <translation>已退 %1</translation>
    </message>
    <message>
        <source>All came back</source>
        <translation>已全部退回</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>To the shelf</source>
        <translation>可再售</translation>
    </message>
</context>
</TS>
