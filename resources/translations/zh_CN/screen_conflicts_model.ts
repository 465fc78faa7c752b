<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Conflicts</name>
    <message>
        <source>Somebody</source>
        <translation>某人</translation>
    </message>
</context>
</TS>
