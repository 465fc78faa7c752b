<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Orders</name>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Waits for stock</source>
        <translation>待货</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>Stock promised</source>
        <translation>已分配库存</translation>
    </message>
    <message>
        <source>Partly shipped</source>
        <translation>部分发货</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>已发货</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Entered by hand</source>
        <translation>手工录入</translation>
    </message>
    <message>
        <source>Web shop</source>
        <translation>网店</translation>
    </message>
    <message>
        <source>Marketplace</source>
        <translation>电商平台</translation>
    </message>
    <message>
        <source>The payment is not there yet</source>
        <translation>尚未收到付款</translation>
    </message>
    <message>
        <source>The address is not clear</source>
        <translation>地址不明确</translation>
    </message>
    <message>
        <source>The customer asked to wait</source>
        <translation>顾客要求暂缓</translation>
    </message>
    <message>
        <source>Something looks wrong with the order</source>
        <translation>订单看起来有问题</translation>
    </message>
    <message>
        <source>The customer does not want it any more</source>
        <translation>顾客不再需要</translation>
    </message>
    <message>
        <source>It cannot be delivered</source>
        <translation>无法交付</translation>
    </message>
    <message>
        <source>Ordered twice</source>
        <translation>重复下单</translation>
    </message>
    <message>
        <source>Entered by mistake</source>
        <translation>录入错误</translation>
    </message>
    <message>
        <source>Expected back</source>
        <translation>等待退回</translation>
    </message>
    <message>
        <source>To be put back</source>
        <translation>待放回</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>已拣</translation>
    </message>
</context>
</TS>
