<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 种商品</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>lasts %n day(s)</source>
        <translation>
            <numerusform>可用 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>delivery takes %n day(s)</source>
        <translation>
            <numerusform>到货需 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Expected sales of %n day(s), about %1 a day</source>
        <translation>
            <numerusform>%n 天的预计销量，每天约 %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Goods</name>
    <message>
        <source>Lot %1</source>
        <translation>批号 %1</translation>
    </message>
    <message>
        <source>best before %1</source>
        <translation>保质期至 %1</translation>
    </message>
    <message>
        <source>no. %1</source>
        <translation>序列号 %1</translation>
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
        <source>Serial number</source>
        <translation>序列号</translation>
    </message>
</context>
</TS>
