<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Pick</name>
    <message>
        <source>The bin is empty, or holds too little</source>
        <translation>库位为空或数量不足</translation>
    </message>
    <message>
        <source>The goods are damaged</source>
        <translation>商品损坏</translation>
    </message>
    <message>
        <source>Something else lies there</source>
        <translation>该处是其他商品</translation>
    </message>
    <message>
        <source>The bin cannot be reached</source>
        <translation>无法到达该库位</translation>
    </message>
    <message>
        <source>Not on a list yet</source>
        <translation>尚未加入拣货单</translation>
    </message>
    <message>
        <source>To pick</source>
        <translation>待拣货</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>您的任务</translation>
    </message>
    <message>
        <source>%1 is picking it</source>
        <translation>%1 正在拣货</translation>
    </message>
    <message>
        <source>Picked, to be shipped</source>
        <translation>已拣货，待发货</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>已推后</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>已拣</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>缺货</translation>
    </message>
    <message>
        <source>Not wanted</source>
        <translation>无需拣货</translation>
    </message>
    <message>
        <source>Scan a pick list or an order</source>
        <translation>扫描拣货单或订单</translation>
    </message>
    <message>
        <source>Scan %1</source>
        <translation>扫描 %1</translation>
    </message>
    <message>
        <source>Scan the item</source>
        <translation>扫描商品</translation>
    </message>
    <message>
        <source>Scan lot %1</source>
        <translation>扫描批次 %1</translation>
    </message>
    <message>
        <source>Scan the serial number</source>
        <translation>扫描序列号</translation>
    </message>
    <message>
        <source>Scan on, or confirm</source>
        <translation>继续扫描或确认</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>库位</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>批号</translation>
    </message>
    <message>
        <source>Serial no.</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>拣取</translation>
    </message>
    <message>
        <source>Best before</source>
        <translation>保质期至</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>%1 的订单</translation>
    </message>
</context>
<context>
    <name>PickCounts</name>
    <message numerus="yes">
        <source>%n order(s) ready to pick</source>
        <translation>
            <numerusform>%n 个订单可以拣货</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) together</source>
        <translation>
            <numerusform>%n 个订单合并拣货</numerusform>
        </translation>
    </message>
</context>
</TS>
