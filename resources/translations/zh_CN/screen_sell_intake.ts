<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Intake</name>
    <message>
        <source>Which one is it?</source>
        <translation>是哪一种？</translation>
    </message>
    <message>
        <source>That is the code of the product. Scan its serial number</source>
        <translation>这是商品条码，请扫描序列号</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>Scan or type the serial number</source>
        <translation>扫描或输入序列号</translation>
    </message>
    <message>
        <source>Best before %1</source>
        <translation>保质期至 %1</translation>
    </message>
    <message>
        <source>Goes first</source>
        <translation>先出</translation>
    </message>
    <message>
        <source>Which lot?</source>
        <translation>哪个批次？</translation>
    </message>
    <message>
        <source>Scan or type the lot</source>
        <translation>扫描或输入批号</translation>
    </message>
    <message>
        <source>Weighing %1…</source>
        <translation>正在称重：%1…</translation>
    </message>
    <message>
        <source>The scale is empty. Put the goods on it, or type the weight.</source>
        <translation>秤上没有商品。请放上商品，或输入重量。</translation>
    </message>
    <message>
        <source>No scale answers here. Type the weight.</source>
        <translation>没有秤响应，请输入重量。</translation>
    </message>
</context>
</TS>
