<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Remove line</source>
        <translation>删除一行</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Sell</source>
        <translation>收银</translation>
    </message>
    <message>
        <source>Scan, and take the money</source>
        <translation>扫码、收款</translation>
    </message>
</context>
<context>
    <name>SellScreen</name>
    <message>
        <source>Scan, or type a code or a name</source>
        <translation>扫码，或输入条码、名称</translation>
    </message>
    <message>
        <source>Lines of this sale</source>
        <translation>本单明细</translation>
    </message>
    <message>
        <source>Scan the first thing</source>
        <translation>扫描第一件商品</translation>
    </message>
    <message>
        <source>Type 3* to count the next scan three times. A receipt takes goods back.</source>
        <translation>先输入 3*，下一次扫码计三件。扫描小票可退货。</translation>
    </message>
    <message>
        <source>No shift is open at this till</source>
        <translation>本收银台尚未开班</translation>
    </message>
    <message>
        <source>Open one with the money that lies in the drawer.</source>
        <translation>清点钱箱里的备用金后开班。</translation>
    </message>
    <message>
        <source>Open a shift</source>
        <translation>开班</translation>
    </message>
    <message>
        <source>%1 times the next scan</source>
        <translation>下一次扫码计 %1 件</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>挂单</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>取单</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>收款</translation>
    </message>
</context>
</TS>
