<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>“{text}” is not a document number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not an amount of money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amounts in {left} and {right} cannot be added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} is not a whole number of the smallest unit of this item.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
