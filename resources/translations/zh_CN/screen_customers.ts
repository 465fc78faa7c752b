<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>New customer</source>
        <translation>新建顾客</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
</context>
<context>
    <name>CustomersScreen</name>
    <message>
        <source>You were still editing. F12 saves it.</source>
        <translation>您有未保存的修改，按 F12 保存。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>No customer is found by %1</source>
        <translation>找不到与 %1 相符的顾客</translation>
    </message>
    <message>
        <source>Whom are you looking for?</source>
        <translation>您要找哪位顾客？</translation>
    </message>
    <message>
        <source>Type the beginning of a name, any four digits of a phone, or an e-mail.</source>
        <translation>输入姓名开头、电话中任意四位或电子邮箱。</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新建顾客</translation>
    </message>
    <message>
        <source>%1 is saved</source>
        <translation>%1 已保存</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Discard what you typed?</source>
        <translation>放弃已输入的内容？</translation>
    </message>
    <message>
        <source>The changes to %1 are not saved.</source>
        <translation>对 %1 的修改尚未保存。</translation>
    </message>
    <message>
        <source>%1 is one customer now</source>
        <translation>%1 已合并为一位顾客</translation>
    </message>
    <message>
        <source>Archive %1?</source>
        <translation>将 %1 归档？</translation>
    </message>
    <message>
        <source>They are not found any more. Their purchases stay in the books.</source>
        <translation>归档后将搜索不到，购买记录仍保留在账上。</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>%1 is archived</source>
        <translation>%1 已归档</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Customers</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Find, enter and edit</source>
        <translation>查找、新建与修改</translation>
    </message>
</context>
</TS>
