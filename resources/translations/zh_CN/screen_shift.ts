<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Cash in or out</source>
        <translation>现金存取</translation>
    </message>
    <message>
        <source>X report</source>
        <translation>X 报表</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Float, cash, X and Z</source>
        <translation>备用金、现金、X 和 Z 报表</translation>
    </message>
</context>
<context>
    <name>ShiftScreen</name>
    <message>
        <source>The shift is open with %1</source>
        <translation>已开班，备用金 %1</translation>
    </message>
    <message>
        <source>One of the counts is not a number. It is marked.</source>
        <translation>有一项数量不是数字，已标出。</translation>
    </message>
    <message>
        <source>Cash in or out</source>
        <translation>现金存取</translation>
    </message>
    <message>
        <source>What for?</source>
        <translation>用途是什么？</translation>
    </message>
    <message>
        <source>See the X report</source>
        <translation>查看 X 报表</translation>
    </message>
    <message>
        <source>Cash counted: %1. A closed shift cannot be changed.</source>
        <translation>现金清点：%1。交班后不可更改。</translation>
    </message>
    <message>
        <source>Close the shift?</source>
        <translation>确定交班？</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Report printed</source>
        <translation>报表已打印</translation>
    </message>
    <message>
        <source>Held sale</source>
        <translation>挂单</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Open with %1</source>
        <translation>以 %1 开班</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>暂不交班</translation>
    </message>
    <message>
        <source>Count and close</source>
        <translation>清点并交班</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) unsent</source>
        <translation>
            <numerusform>%n 项更改未发送</numerusform>
        </translation>
    </message>
    <message>
        <source>Safe here; sent by themselves</source>
        <translation>已存在本机，会自动发送</translation>
    </message>
    <message numerus="yes">
        <source>%n held sale(s)</source>
        <translation>
            <numerusform>%n 个挂单</numerusform>
        </translation>
    </message>
</context>
</TS>
