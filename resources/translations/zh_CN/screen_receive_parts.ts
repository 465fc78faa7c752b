<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CloseSheet</name>
    <message>
        <source>Finish this receipt?</source>
        <translation>完成这张收货单？</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Not as ordered</source>
        <translation>与订单不一致</translation>
    </message>
    <message>
        <source>After this, nothing can be undone scan by scan.</source>
        <translation>完成后不能再逐次撤销扫描。</translation>
    </message>
    <message>
        <source>Scan on</source>
        <translation>继续扫描</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>GoodsDialog</name>
    <message>
        <source>Which serial number?</source>
        <translation>序列号是什么？</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>Which lot?</source>
        <translation>批号是什么？</translation>
    </message>
    <message>
        <source>Lot number</source>
        <translation>批号</translation>
    </message>
    <message>
        <source>Best before</source>
        <translation>保质期至</translation>
    </message>
    <message>
        <source>Such as 2027-03-31 or 270331</source>
        <translation>例如 2027-03-31 或 270331</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>收下</translation>
    </message>
    <message>
        <source>Scan or type the number</source>
        <translation>请扫描或输入号码</translation>
    </message>
    <message>
        <source>This is no date</source>
        <translation>这不是有效日期</translation>
    </message>
</context>
</TS>
