<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CountPage</name>
    <message>
        <source>Count the drawer</source>
        <translation>清点钱箱</translation>
    </message>
    <message>
        <source>Type how many there are of each. What should be there is shown after closing.</source>
        <translation>输入每种面额的张数或枚数。应有金额在交班后显示。</translation>
    </message>
    <message>
        <source>Cash counted</source>
        <translation>现金清点</translation>
    </message>
    <message>
        <source>Count the float</source>
        <translation>清点备用金</translation>
    </message>
    <message>
        <source>Type how many notes and coins lie in the drawer; Enter goes on.</source>
        <translation>输入钱箱里各种纸币和硬币的数量，按回车到下一项。</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>备用金</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>%1, from the slips or the terminal</source>
        <translation>%1（按签购单或刷卡机合计）</translation>
    </message>
</context>
<context>
    <name>OpenPage</name>
    <message>
        <source>Float</source>
        <translation>备用金</translation>
    </message>
    <message>
        <source>Business day</source>
        <translation>营业日</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Till %1 is open</source>
        <translation>收银台 %1 已开班</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>开班时间 %1</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Report</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>In the drawer should be</source>
        <translation>钱箱应有</translation>
    </message>
    <message>
        <source>The shift stays open.</source>
        <translation>班次仍在进行。</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>Too much was counted</source>
        <translation>长款</translation>
    </message>
    <message>
        <source>Money is missing</source>
        <translation>短款</translation>
    </message>
    <message>
        <source>The sum is right, but not every tender is.</source>
        <translation>总额相符，但各付款方式有差额。</translation>
    </message>
    <message>
        <source>It is all there. The shift is closed.</source>
        <translation>款项相符，已交班。</translation>
    </message>
    <message>
        <source>%1 counted of %2</source>
        <translation>清点 %1，应有 %2</translation>
    </message>
</context>
</TS>
