<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Allocate</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>To picking</source>
        <translation>下发拣货</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>发货</translation>
    </message>
    <message>
        <source>Goods came back</source>
        <translation>商品已退回</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>归档</translation>
    </message>
</context>
<context>
    <name>OrderPage</name>
    <message>
        <source>Lines of the order</source>
        <translation>订单明细</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Release the hold</source>
        <translation>解除冻结</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>取消…</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Go to picking</source>
        <translation>去拣货</translation>
    </message>
    <message>
        <source>No customer</source>
        <translation>无顾客</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>下单时间</translation>
    </message>
    <message>
        <source>Wanted on</source>
        <translation>要求日期</translation>
    </message>
    <message>
        <source>Picking</source>
        <translation>拣货</translation>
    </message>
    <message numerus="yes">
        <source>On %n list(s)</source>
        <translation>
            <numerusform>在 %n 份拣货单上</numerusform>
        </translation>
    </message>
    <message>
        <source>On hold: %1</source>
        <translation>已冻结：%1</translation>
    </message>
    <message>
        <source>Shipped at one station while it was cancelled at another: goods are expected back.</source>
        <translation>一处已发货，同时在另一处被取消：商品等待退回。</translation>
    </message>
    <message>
        <source>The customer takes all or nothing.</source>
        <translation>顾客要求整单发货。</translation>
    </message>
    <message>
        <source>Shipped on %1</source>
        <translation>%1 发货</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>可用 %1</translation>
    </message>
    <message>
        <source>%1 confirmed</source>
        <translation>%1 已确认</translation>
    </message>
    <message>
        <source>%1: everything is promised</source>
        <translation>%1：已全部分配</translation>
    </message>
    <message>
        <source>%1: promised in part, the rest waits</source>
        <translation>%1：已部分分配，其余待货</translation>
    </message>
    <message>
        <source>%1: no free stock, it waits</source>
        <translation>%1：没有可用库存，待货</translation>
    </message>
    <message>
        <source>%1 is on a pick list</source>
        <translation>%1 已加入拣货单</translation>
    </message>
    <message>
        <source>Ship %1</source>
        <translation>%1 发货</translation>
    </message>
    <message>
        <source>Everything that is picked goes out; what is missing stays open.</source>
        <translation>已拣商品全部发出；缺少的部分保留未结。</translation>
    </message>
    <message>
        <source>%1 shipped: %2</source>
        <translation>%1 已发货：%2</translation>
    </message>
    <message>
        <source>%1 put away</source>
        <translation>%1 已归档</translation>
    </message>
</context>
<context>
    <name>Orders</name>
    <message>
        <source>Promised</source>
        <translation>已分配</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>已拣</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>已发货</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>下单</translation>
    </message>
</context>
</TS>
