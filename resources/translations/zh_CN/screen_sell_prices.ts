<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>SellPrices</name>
    <message>
        <source>price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Why another price?</source>
        <translation>为什么改价？</translation>
    </message>
    <message>
        <source>The list says %1</source>
        <translation>价目表价格 %1</translation>
    </message>
    <message>
        <source>Another percentage</source>
        <translation>其他百分比</translation>
    </message>
    <message>
        <source>An amount</source>
        <translation>固定金额</translation>
    </message>
    <message>
        <source>No discount</source>
        <translation>不打折</translation>
    </message>
    <message>
        <source>Discount on this line</source>
        <translation>本行折扣</translation>
    </message>
    <message>
        <source>Discount on the sale</source>
        <translation>整单折扣</translation>
    </message>
    <message>
        <source>How many per cent off?</source>
        <translation>减百分之几？</translation>
    </message>
    <message>
        <source>How much off?</source>
        <translation>减多少？</translation>
    </message>
    <message>
        <source>Why a discount?</source>
        <translation>为什么打折？</translation>
    </message>
    <message>
        <source>discount</source>
        <translation>折扣</translation>
    </message>
</context>
</TS>
