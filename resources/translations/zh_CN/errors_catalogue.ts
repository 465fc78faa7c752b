<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>No product has the code {code}. Check the label, or look the product up by name.</source>
        <translation>没有商品使用条码 {code}。请检查标签，或按名称查找商品。</translation>
    </message>
    <message>
        <source>{count} products have the code {code}. Choose one of them.</source>
        <translation>有 {count} 个商品使用条码 {code}。请选择其中之一。</translation>
    </message>
    <message>
        <source>{name} has no price today. Ask a supervisor to set one.</source>
        <translation>{name} 今天没有价格。请主管设定价格。</translation>
    </message>
    <message>
        <source>The {field} of {sku} is not usable: “{value}”.</source>
        <translation>{sku} 的 {field} 不可用：“{value}”。</translation>
    </message>
    <message>
        <source>There is no product “{sku}”. Check the number, or look it up by name.</source>
        <translation>没有商品“{sku}”。请检查编号，或按名称查找。</translation>
    </message>
    <message>
        <source>The SKU {sku} is in use already (as {other}). Choose another.</source>
        <translation>SKU {sku} 已被使用（{other}）。请换一个。</translation>
    </message>
</context>
</TS>
