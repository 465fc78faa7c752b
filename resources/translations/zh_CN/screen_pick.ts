<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Weigh</source>
        <translation>称重</translation>
    </message>
</context>
<context>
    <name>PickScreen</name>
    <message>
        <source>Ship</source>
        <translation>发货</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>拣货单</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>拣取</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>拣取 %1</translation>
    </message>
    <message>
        <source>Nothing is left to pick on this list</source>
        <translation>此拣货单已没有待拣商品</translation>
    </message>
    <message>
        <source>%1 picked</source>
        <translation>已拣 %1</translation>
    </message>
    <message>
        <source>%1 taken back: put it into its bin</source>
        <translation>%1 已撤回：请放回原库位</translation>
    </message>
    <message>
        <source>%1 comes at the end</source>
        <translation>%1 移到最后</translation>
    </message>
    <message>
        <source>Picking goes on where it was left</source>
        <translation>从中断处继续拣货</translation>
    </message>
    <message>
        <source>One moment, the last scan is being saved</source>
        <translation>请稍候，正在保存上一次扫描</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Pick</source>
        <translation>拣货</translation>
    </message>
    <message>
        <source>Walk and confirm by scan</source>
        <translation>按路线行走，扫描确认</translation>
    </message>
</context>
</TS>
