<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Card</source>
        <translation>银行卡</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation>银行转账</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Take goods back</source>
        <translation>退货</translation>
    </message>
</context>
<context>
    <name>PayScreen</name>
    <message>
        <source>Wait until the card terminal says yes.</source>
        <translation>请等待刷卡机显示成功。</translation>
    </message>
    <message>
        <source>Wait until the payment has arrived.</source>
        <translation>请等待款项到账。</translation>
    </message>
    <message>
        <source>Slip number, if there is one</source>
        <translation>签购单号（如有）</translation>
    </message>
    <message>
        <source>It was paid</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>Copy printed</source>
        <translation>副本已打印</translation>
    </message>
    <message>
        <source>That is a code, no amount. F7 goes back to the goods.</source>
        <translation>这是条码，不是金额。按 F7 返回商品。</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>打印副本</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>下一位顾客</translation>
    </message>
    <message>
        <source>Back to the goods</source>
        <translation>返回商品</translation>
    </message>
    <message>
        <source>Cash %1</source>
        <translation>现金 %1</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Pay</source>
        <translation>收款</translation>
    </message>
</context>
</TS>
