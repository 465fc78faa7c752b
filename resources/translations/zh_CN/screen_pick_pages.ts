<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ChoosePage</name>
    <message>
        <source>What can be picked</source>
        <translation>可拣货的任务</translation>
    </message>
    <message>
        <source>Nothing waits to be picked</source>
        <translation>没有待拣货的订单</translation>
    </message>
    <message>
        <source>Orders appear here when stock is promised to them.</source>
        <translation>分配到库存的订单会出现在这里。</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Picked orders</source>
        <translation>已拣订单</translation>
    </message>
    <message>
        <source>Everything is picked</source>
        <translation>已全部拣完</translation>
    </message>
    <message numerus="yes">
        <source>The list is done, %n line(s) short</source>
        <translation>
            <numerusform>拣货单已完成，%n 行缺货</numerusform>
        </translation>
    </message>
    <message>
        <source>Pack it and ship it, or leave it at the packing place for later.</source>
        <translation>请打包发货，或留在打包区稍后处理。</translation>
    </message>
</context>
<context>
    <name>WalkPage</name>
    <message>
        <source>The way</source>
        <translation>路线</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Take from %1</source>
        <translation>从 %1 拣取</translation>
    </message>
</context>
</TS>
