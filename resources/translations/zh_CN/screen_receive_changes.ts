<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Changes</name>
    <message>
        <source>How much came?</source>
        <translation>到货数量是多少？</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>破损</translation>
    </message>
    <message>
        <source>Wrong item</source>
        <translation>商品不符</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Why is it rejected?</source>
        <translation>为什么拒收？</translation>
    </message>
    <message>
        <source>How much is rejected?</source>
        <translation>拒收多少？</translation>
    </message>
    <message>
        <source>How many labels?</source>
        <translation>需要多少张标签？</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) for %1</source>
        <translation>
            <numerusform>%1：%n 张标签</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 taken back</source>
        <translation>已撤销 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s), without an order</source>
        <translation>
            <numerusform>%n 次扫描，无订单</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 lines came as ordered</source>
        <translation>%2 行中有 %1 行与订单一致</translation>
    </message>
    <message>
        <source>Everything came as ordered</source>
        <translation>全部与订单一致</translation>
    </message>
    <message>
        <source>Receipt %1 finished, as ordered</source>
        <translation>收货单 %1 已完成，与订单一致</translation>
    </message>
    <message numerus="yes">
        <source>Receipt %1 finished, %n difference(s) noted</source>
        <translation>
            <numerusform>收货单 %1 已完成，记录了 %n 处差异</numerusform>
        </translation>
    </message>
</context>
</TS>
