<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>PutAwayScreen</name>
    <message>
        <source>Everything is in its place</source>
        <translation>全部已上架</translation>
    </message>
    <message>
        <source>What is received appears here.</source>
        <translation>收到的商品会出现在这里。</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>去收货</translation>
    </message>
    <message>
        <source>Take in hand</source>
        <translation>取货</translation>
    </message>
    <message>
        <source>Choose bin</source>
        <translation>选择库位</translation>
    </message>
    <message>
        <source>Nothing of this waits to be put away</source>
        <translation>没有这种商品等待上架</translation>
    </message>
    <message>
        <source>%1 is a bin. Scan the item first.</source>
        <translation>%1 是库位。请先扫描商品。</translation>
    </message>
    <message>
        <source>Which lot is it?</source>
        <translation>是哪个批号？</translation>
    </message>
    <message>
        <source>%1 is promised to an order: leave it here</source>
        <translation>%1 已分配给订单，请留在此处</translation>
    </message>
    <message>
        <source>No bin has room. Scan the bin you choose.</source>
        <translation>没有空库位。请扫描您选择的库位。</translation>
    </message>
    <message>
        <source>%1 is in %2</source>
        <translation>%1 已放入 %2</translation>
    </message>
    <message>
        <source>last putaway</source>
        <translation>上一次上架</translation>
    </message>
    <message>
        <source>This is %1, not %2. To put it here, scan %1 again.</source>
        <translation>这是 %1，不是 %2。若放在这里，请再扫一次 %1。</translation>
    </message>
    <message>
        <source>%1 taken back to receiving</source>
        <translation>%1 已退回收货区</translation>
    </message>
    <message>
        <source>How much do you carry?</source>
        <translation>您拿多少？</translation>
    </message>
    <message>
        <source>Which bin?</source>
        <translation>哪个库位？</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Put away</source>
        <translation>上架</translation>
    </message>
    <message>
        <source>From receiving to the shelf</source>
        <translation>从收货区到货架</translation>
    </message>
</context>
</TS>
