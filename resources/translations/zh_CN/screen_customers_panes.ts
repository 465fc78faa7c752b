<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Finder</name>
    <message>
        <source>Name, phone or e-mail</source>
        <translation>姓名、电话或邮箱</translation>
    </message>
    <message>
        <source>Customers found</source>
        <translation>找到的顾客</translation>
    </message>
    <message>
        <source>Nobody is found by these letters</source>
        <translation>没有相符的顾客</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>最近打开</translation>
    </message>
</context>
<context>
    <name>ProfilePane</name>
    <message>
        <source>New customer</source>
        <translation>新建顾客</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>购买记录</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>资料</translation>
    </message>
</context>
</TS>
