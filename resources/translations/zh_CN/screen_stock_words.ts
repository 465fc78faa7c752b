<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Ledger</name>
    <message>
        <source>Received</source>
        <translation>收货</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>拣货</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>发货</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>上架</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>移库</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>盘点</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>报损</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>调拨</translation>
    </message>
    <message>
        <source>Opening stock</source>
        <translation>期初库存</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>In quarantine</source>
        <translation>隔离</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>已召回</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>破损</translation>
    </message>
</context>
</TS>
