<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>PutAwayPage</name>
    <message>
        <source>Waiting to be put away</source>
        <translation>等待上架</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) waiting</source>
        <translation>
            <numerusform>%n 种商品等待上架</numerusform>
        </translation>
    </message>
    <message>
        <source>Scan the item</source>
        <translation>扫描商品</translation>
    </message>
    <message>
        <source>Scan the bin</source>
        <translation>扫描库位</translation>
    </message>
    <message>
        <source>Scan an item</source>
        <translation>扫描商品</translation>
    </message>
    <message>
        <source>Scan an item, or take the marked one</source>
        <translation>请扫描商品，或取走选中的商品</translation>
    </message>
    <message>
        <source>Scan bin %1</source>
        <translation>扫描库位 %1</translation>
    </message>
    <message>
        <source>Put into</source>
        <translation>放入</translation>
    </message>
    <message>
        <source>any bin</source>
        <translation>任意库位</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%2 放 %1</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>然后</translation>
    </message>
    <message>
        <source>Stays here</source>
        <translation>留在此处</translation>
    </message>
</context>
</TS>
