<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>There is no supplier “{supplier}”.</source>
        <translation>没有供应商“{supplier}”。</translation>
    </message>
    <message>
        <source>The supplier code {supplier} is in use already, for {other}.</source>
        <translation>供应商代码 {supplier} 已用于 {other}。</translation>
    </message>
    <message>
        <source>The {field} is not usable: “{value}”.</source>
        <translation>{field} 不可用：“{value}”。</translation>
    </message>
    <message>
        <source>There is no purchase order “{number}” at this site.</source>
        <translation>此地点没有采购单“{number}”。</translation>
    </message>
    <message>
        <source>Order {number} has no line {line}.</source>
        <translation>采购单 {number} 没有第 {line} 行。</translation>
    </message>
    <message>
        <source>Order {number} is {status}, no draft any more: it cannot be changed.</source>
        <translation>采购单 {number} 的状态为{status}，不再是草稿：不能更改。</translation>
    </message>
    <message>
        <source>Order {number} is {status}: no goods are expected for it.</source>
        <translation>采购单 {number} 的状态为{status}：不应有货到。</translation>
    </message>
    <message>
        <source>Order {number} has no lines. Add what is to be bought first.</source>
        <translation>采购单 {number} 没有行。请先添加要采购的商品。</translation>
    </message>
    <message>
        <source>Goods have come for order {number}. Close it short instead of cancelling it.</source>
        <translation>采购单 {number} 已有到货。请按短缺关闭，而不是取消。</translation>
    </message>
    <message>
        <source>{supplier} delivers from {minimum} on; order {number} is worth {total}. Add to it, or have it approved.</source>
        <translation>{supplier} 起送金额为 {minimum}；采购单 {number} 金额为 {total}。请增加商品，或申请批准。</translation>
    </message>
    <message>
        <source>{supplier} does not sell {quantity} of {item}; {nearest} is the nearest it sells.</source>
        <translation>{supplier} 不按 {quantity} 出售 {item}；最接近的数量是 {nearest}。</translation>
    </message>
</context>
</TS>
