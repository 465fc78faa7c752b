<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>No product has the code {code}. Check the label, or look the product up by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} products have the code {code}. Choose one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no product “{sku}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The SKU {sku} is in use already (as {other}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no price today. Ask a supervisor to set one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {field} of {sku} is not usable: “{value}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
