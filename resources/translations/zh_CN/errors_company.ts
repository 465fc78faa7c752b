<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>There is no company on this PC yet. Create one, or enrol this PC at a hub.</source>
        <translation>此电脑上还没有公司。请新建公司，或将此电脑注册到中心。</translation>
    </message>
    <message>
        <source>Site number {number} is in use already. Choose another.</source>
        <translation>站点编号 {number} 已被使用。请换一个。</translation>
    </message>
    <message>
        <source>“{value}” cannot be the company&apos;s {field}. Nothing was made; {rule}.</source>
        <translation>“{value}”不能作为公司的 {field}。没有创建任何内容；{rule}。</translation>
    </message>
</context>
</TS>
