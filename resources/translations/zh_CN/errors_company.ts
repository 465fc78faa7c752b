<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>Site number {number} is in use already.</source>
        <translation>地点编号 {number} 已被使用。</translation>
    </message>
    <message>
        <source>There is no company on this PC yet. Create one, or enrol this PC at a hub.</source>
        <translation>此电脑上还没有公司。请新建公司，或将此电脑注册到中心。</translation>
    </message>
</context>
</TS>
