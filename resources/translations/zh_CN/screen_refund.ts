<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Paid back by</source>
        <translation>退款方式</translation>
    </message>
</context>
<context>
    <name>RefundScreen</name>
    <message>
        <source>Lines of the receipt</source>
        <translation>小票明细</translation>
    </message>
    <message>
        <source>How the money goes back</source>
        <translation>退款方式</translation>
    </message>
    <message>
        <source>Pay back another way</source>
        <translation>换一种方式退款</translation>
    </message>
    <message>
        <source>Everything on this receipt came back already</source>
        <translation>这张小票上的商品已全部退回</translation>
    </message>
    <message>
        <source>%1 is not on this receipt</source>
        <translation>这张小票上没有%1</translation>
    </message>
    <message>
        <source>At most %1</source>
        <translation>最多 %1</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>As it was paid</source>
        <translation>按原付款方式</translation>
    </message>
    <message>
        <source>Another way than the sale was paid needs a supervisor.</source>
        <translation>不按原付款方式退款需要主管批准。</translation>
    </message>
    <message>
        <source>How does the money go back?</source>
        <translation>怎样退款？</translation>
    </message>
    <message>
        <source>Why do they come back?</source>
        <translation>退货原因是什么？</translation>
    </message>
    <message>
        <source>Refund of receipt %1</source>
        <translation>小票 %1 退款</translation>
    </message>
    <message>
        <source>Pay %1 back another way than it was paid</source>
        <translation>不按原付款方式退还 %1</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>应退</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>Back to the till</source>
        <translation>返回收银</translation>
    </message>
    <message>
        <source>Give the money back</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Scan what comes back</source>
        <translation>扫描退回的商品</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Take goods back</source>
        <translation>退货</translation>
    </message>
</context>
</TS>
