<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Conflicts</name>
    <message>
        <source>Two people changed this without seeing each other&apos;s change. Both are kept here until somebody chooses.</source>
        <translation>两人在互不知情时修改了同一内容。两个值都保留，等待有人选择。</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>保留此值</translation>
    </message>
    <message>
        <source>Take this instead</source>
        <translation>改用此值</translation>
    </message>
    <message>
        <source>Holds now</source>
        <translation>当前值</translation>
    </message>
    <message>
        <source>%1: %2 is %3</source>
        <translation>%1：%2 为 %3</translation>
    </message>
    <message>
        <source>Both stay as they are</source>
        <translation>两者保持不变</translation>
    </message>
    <message>
        <source>Both stay: %1</source>
        <translation>两者都保留：%1</translation>
    </message>
    <message>
        <source>%1 twice: %2</source>
        <translation>%1重复：%2</translation>
    </message>
    <message>
        <source>Taken twice</source>
        <translation>重复占用</translation>
    </message>
    <message>
        <source>Two customers have this in common. If they are one person, choose the profile that stays: the other becomes an alias, and nothing is deleted.</source>
        <translation>两位顾客的此项相同。如果是同一人，请选择要保留的档案：另一份会成为别名，不会删除任何内容。</translation>
    </message>
    <message>
        <source>Two products carry this code. While both do, every scan asks which one is meant.</source>
        <translation>两种商品使用同一条码。在解决之前，每次扫描都会询问是哪一种。</translation>
    </message>
    <message>
        <source>Two entries have this in common. The one that was entered first is found by it; give the other one a value of its own.</source>
        <translation>两个条目的此项相同。按它查到的是先录入的条目；请为另一个条目设置不同的值。</translation>
    </message>
    <message>
        <source>Keep this profile</source>
        <translation>保留此档案</translation>
    </message>
    <message>
        <source>%1 and %2 are one customer now</source>
        <translation>%1 与 %2 已合并为同一顾客</translation>
    </message>
    <message>
        <source>Entered first</source>
        <translation>先录入</translation>
    </message>
    <message>
        <source>Entered later</source>
        <translation>后录入</translation>
    </message>
    <message>
        <source>It belongs here</source>
        <translation>归此商品</translation>
    </message>
    <message>
        <source>The code is %1&apos;s alone now</source>
        <translation>此条码现仅属于 %1</translation>
    </message>
    <message>
        <source>Had it first</source>
        <translation>先使用</translation>
    </message>
    <message>
        <source>Got it later</source>
        <translation>后使用</translation>
    </message>
    <message>
        <source>%1 asks the centre for a change, %2.</source>
        <translation>%1 于 %2 向总部申请更改。</translation>
    </message>
    <message>
        <source>The reason given: %1</source>
        <translation>理由：%1</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>同意更改</translation>
    </message>
    <message>
        <source>%1 is changed as asked</source>
        <translation>%1 已按申请更改</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>%1 stays as it is</source>
        <translation>%1 保持不变</translation>
    </message>
    <message>
        <source>Change asked for</source>
        <translation>申请更改</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>As it is wanted</source>
        <translation>申请改为</translation>
    </message>
</context>
</TS>
