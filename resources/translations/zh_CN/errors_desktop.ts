<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>{path} holds other files; nothing in it was touched. Name an empty folder for the demo.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
