<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ChangesetCard</name>
    <message>
        <source>Written by</source>
        <translation>记录人</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>工作站</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>单据</translation>
    </message>
    <message>
        <source>From, to</source>
        <translation>从，到</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>批号</translation>
    </message>
    <message>
        <source>Business day</source>
        <translation>营业日</translation>
    </message>
    <message>
        <source>Changeset</source>
        <translation>变更集</translation>
    </message>
</context>
<context>
    <name>WhyPage</name>
    <message>
        <source>Movements, newest first</source>
        <translation>出入库记录，最新在前</translation>
    </message>
    <message>
        <source>Nothing has moved here yet</source>
        <translation>此处还没有出入库记录</translation>
    </message>
    <message>
        <source>All places</source>
        <translation>全部库位</translation>
    </message>
    <message numerus="yes">
        <source>%n movement(s) add up to it</source>
        <translation>
            <numerusform>由 %n 笔出入库相加而成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n movement(s)</source>
        <translation>
            <numerusform>最近 %n 笔出入库</numerusform>
        </translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>现有</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>结存</translation>
    </message>
</context>
</TS>
