<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>“{text}” is not a document number.</source>
        <translation>“{text}”不是单据号。</translation>
    </message>
    <message>
        <source>“{text}” is not an amount of money.</source>
        <translation>“{text}”不是金额。</translation>
    </message>
    <message>
        <source>Amounts in {left} and {right} cannot be added.</source>
        <translation>{left} 与 {right} 的金额不能相加。</translation>
    </message>
    <message>
        <source>{amount} is not a whole number of the smallest unit of this item.</source>
        <translation>{amount} 不是此商品最小单位的整数倍。</translation>
    </message>
</context>
</TS>
