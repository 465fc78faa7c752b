<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>There is no supplier “{supplier}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The supplier code {supplier} is in use already, for {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {field} is not usable: “{value}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no purchase order “{number}” at this site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {number} has no line {line}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {number} is {status}, no draft any more: it cannot be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {number} is {status}: no goods are expected for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {number} has no lines. Add what is to be bought first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods have come for order {number}. Close it short instead of cancelling it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{supplier} delivers from {minimum} on; order {number} is worth {total}. Add to it, or have it approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{supplier} does not sell {quantity} of {item}; {nearest} is the nearest it sells.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
