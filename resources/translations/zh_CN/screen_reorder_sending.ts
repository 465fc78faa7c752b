<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Sending</name>
    <message>
        <source>%1 sent to %2: %3</source>
        <translation>%1 已发送给 %2：%3</translation>
    </message>
    <message>
        <source>Less than the supplier delivers</source>
        <translation>低于供应商的起订金额</translation>
    </message>
    <message>
        <source>Send it anyway</source>
        <translation>仍然发送</translation>
    </message>
    <message>
        <source>Draft %1 discarded</source>
        <translation>草稿 %1 已作废</translation>
    </message>
    <message>
        <source>Discard draft %1?</source>
        <translation>作废草稿 %1？</translation>
    </message>
    <message>
        <source>The next forecast proposes these items again.</source>
        <translation>下次预测会再次建议这些商品。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>作废</translation>
    </message>
</context>
</TS>
