<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>This customer was not found.</source>
        <translation>未找到该顾客。</translation>
    </message>
    <message>
        <source>Enter the customer&apos;s name.</source>
        <translation>请输入顾客姓名。</translation>
    </message>
    <message>
        <source>This text is too long: at most {most} characters.</source>
        <translation>文字过长：最多 {most} 个字符。</translation>
    </message>
    <message>
        <source>“{text}” is not a phone number. Check the digits; write a number from abroad with + and the country code.</source>
        <translation>“{text}”不是电话号码。请核对数字；国外号码请以 + 和国家代码开头。</translation>
    </message>
    <message>
        <source>“{text}” is not an e-mail address.</source>
        <translation>“{text}”不是电子邮箱地址。</translation>
    </message>
    <message>
        <source>This looks like the number of a payment card. Take it out; nothing was saved.</source>
        <translation>这看起来像支付卡号。请删除；未保存任何内容。</translation>
    </message>
    <message>
        <source>These are one customer already.</source>
        <translation>它们已经是同一位顾客。</translation>
    </message>
</context>
</TS>
