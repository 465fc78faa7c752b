<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Without an order</source>
        <translation>无订单收货</translation>
    </message>
</context>
<context>
    <name>ReceiveScreen</name>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>For goods whose label cannot be read.</source>
        <translation>用于标签无法读取的商品。</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>到货列表</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>%1 is finished: nothing more is expected for it</source>
        <translation>%1 已完成，不再有到货</translation>
    </message>
    <message>
        <source>%1 is on no order that is expected</source>
        <translation>%1 不在任何待收订单上</translation>
    </message>
    <message numerus="yes">
        <source>%n deliveries expect %1: choose one</source>
        <translation>
            <numerusform>%n 份到货单含有 %1，请选择</numerusform>
        </translation>
    </message>
    <message>
        <source>Unknown supplier</source>
        <translation>供应商未知</translation>
    </message>
    <message>
        <source>To be found out later</source>
        <translation>以后再查明</translation>
    </message>
    <message>
        <source>Who delivers?</source>
        <translation>由谁送货？</translation>
    </message>
    <message>
        <source>Receive goods without an order</source>
        <translation>无订单收货</translation>
    </message>
    <message>
        <source>last scan</source>
        <translation>上一次扫描</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Receive</source>
        <translation>收货</translation>
    </message>
    <message>
        <source>Scan goods in</source>
        <translation>扫码收货</translation>
    </message>
</context>
</TS>
