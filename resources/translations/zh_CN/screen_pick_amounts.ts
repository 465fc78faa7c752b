<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Pick</name>
    <message>
        <source>How much do you take?</source>
        <translation>拣取多少？</translation>
    </message>
    <message>
        <source>Only %1 are to be picked here</source>
        <translation>此处只需拣 %1</translation>
    </message>
    <message>
        <source>No scale answers. Type the quantity.</source>
        <translation>没有电子秤应答。请输入数量。</translation>
    </message>
</context>
</TS>
