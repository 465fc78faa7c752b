<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ListPage</name>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n 种商品</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is called that</source>
        <translation>没有这样的商品</translation>
    </message>
    <message>
        <source>Try fewer letters, the other language, or scan the barcode.</source>
        <translation>请少输几个字、换一种语言，或扫描条码。</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>%1 中的货物</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1 是空的</translation>
    </message>
    <message>
        <source>Nothing lies here by the books.</source>
        <translation>账上此处没有货物。</translation>
    </message>
    <message>
        <source>To count: the books and the shelf differ here</source>
        <translation>待盘点：这些库位账实不符</translation>
    </message>
    <message>
        <source>Scan or type to look something up</source>
        <translation>扫描或输入即可查询</translation>
    </message>
    <message>
        <source>Any barcode, SKU, name in English or Chinese, or the label of a place.</source>
        <translation>任意条码、货号、中英文名称或库位标签。</translation>
    </message>
    <message>
        <source>available</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>of %1 on hand</source>
        <translation>现有 %1</translation>
    </message>
    <message>
        <source>on hand</source>
        <translation>现有</translation>
    </message>
    <message>
        <source>Below zero</source>
        <translation>负库存</translation>
    </message>
</context>
<context>
    <name>ProductPage</name>
    <message>
        <source>Where it is</source>
        <translation>所在库位</translation>
    </message>
    <message>
        <source>There is none of it at this site</source>
        <translation>本站点没有此商品</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>现有</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>已预留</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Below zero: count it</source>
        <translation>负库存：请盘点</translation>
    </message>
    <message>
        <source>None here</source>
        <translation>此处无货</translation>
    </message>
    <message>
        <source>All of it is promised or held back</source>
        <translation>全部已预留或不可用</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>有货</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>库位</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>批号</translation>
    </message>
    <message>
        <source>Best before</source>
        <translation>保质期至</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
</TS>
