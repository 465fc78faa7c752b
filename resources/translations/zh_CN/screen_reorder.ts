<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Forecast now</source>
        <translation>立即预测</translation>
    </message>
    <message>
        <source>Draft orders</source>
        <translation>采购草稿</translation>
    </message>
    <message>
        <source>This supplier</source>
        <translation>仅此供应商</translation>
    </message>
</context>
<context>
    <name>ReorderScreen</name>
    <message>
        <source>Draft orders</source>
        <translation>采购草稿</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选订</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不订</translation>
    </message>
    <message numerus="yes">
        <source>Order %n item(s)</source>
        <translation>
            <numerusform>订购 %n 种商品</numerusform>
        </translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>补货建议</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Send order</source>
        <translation>发送订单</translation>
    </message>
    <message>
        <source>%1: nothing needs to be ordered</source>
        <translation>%1：无需订购</translation>
    </message>
    <message>
        <source>Reading the sales</source>
        <translation>正在读取销售记录</translation>
    </message>
    <message>
        <source>%1 of %2 items</source>
        <translation>%2 种商品中的 %1 种</translation>
    </message>
    <message>
        <source>Forecasting the demand</source>
        <translation>正在预测需求</translation>
    </message>
    <message>
        <source>The new plan is ready</source>
        <translation>新的补货计划已完成</translation>
    </message>
    <message>
        <source>Stopped. The plan before is still there.</source>
        <translation>已停止。之前的计划仍然保留。</translation>
    </message>
    <message>
        <source>Choose an item</source>
        <translation>请选择商品</translation>
    </message>
    <message>
        <source>%1 is the nearest that the supplier sells</source>
        <translation>供应商可售的最接近数量是 %1</translation>
    </message>
    <message>
        <source>How much to order?</source>
        <translation>订购多少？</translation>
    </message>
    <message numerus="yes">
        <source>%n draft order(s) made: look at them and send them</source>
        <translation>
            <numerusform>已生成 %n 份采购草稿，请检查后发送</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Reorder</source>
        <translation>补货</translation>
    </message>
    <message>
        <source>What to buy, and why</source>
        <translation>买什么，为什么</translation>
    </message>
</context>
</TS>
