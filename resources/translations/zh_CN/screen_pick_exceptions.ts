<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Pick</name>
    <message>
        <source>Another lot lies there</source>
        <translation>该处是其他批次</translation>
    </message>
    <message>
        <source>The label cannot be read</source>
        <translation>标签无法读取</translation>
    </message>
    <message>
        <source>What is wrong at %1?</source>
        <translation>%1 出了什么问题？</translation>
    </message>
    <message>
        <source>Take it from %1 instead</source>
        <translation>改从 %1 拣取</translation>
    </message>
    <message>
        <source>Take it from %1; %2 still missing</source>
        <translation>从 %1 拣取；仍缺 %2</translation>
    </message>
    <message>
        <source>%1 are nowhere else: the order waits</source>
        <translation>%1 别处也没有：订单待货</translation>
    </message>
    <message>
        <source>No other lot lies free in %1: report it as missing</source>
        <translation>%1 没有其他可用批次：请报缺货</translation>
    </message>
    <message>
        <source>Which lot do you take?</source>
        <translation>取哪个批次？</translation>
    </message>
    <message>
        <source>Lot %1 it is</source>
        <translation>改为批次 %1</translation>
    </message>
    <message>
        <source>Take lot %1 instead?</source>
        <translation>改取批次 %1？</translation>
    </message>
    <message>
        <source>Take this lot</source>
        <translation>取此批次</translation>
    </message>
    <message>
        <source>Which of these is it?</source>
        <translation>是哪一个？</translation>
    </message>
</context>
</TS>
