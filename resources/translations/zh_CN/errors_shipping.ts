<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>This shipment is not known at this site.</source>
        <translation>此地点没有该发货单。</translation>
    </message>
    <message>
        <source>Nothing of order {order} is packed yet. Pick it first.</source>
        <translation>订单 {order} 尚无已打包的商品。请先拣货。</translation>
    </message>
    <message>
        <source>Only {packed} of line {line} are packed and wanted; {wanted} were to be shipped.</source>
        <translation>第 {line} 行已打包且需要的只有 {packed}；却要发出 {wanted}。</translation>
    </message>
    <message>
        <source>Order {order} is to be shipped whole, and part of it is not packed yet.</source>
        <translation>订单 {order} 须整单发货，但有一部分尚未打包。</translation>
    </message>
    <message>
        <source>Shipment {shipment} has been cancelled already.</source>
        <translation>发货单 {shipment} 已取消。</translation>
    </message>
</context>
</TS>
