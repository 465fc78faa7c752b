<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>This customer was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the customer&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text is too long: at most {most} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a phone number. Check the digits; write a number from abroad with + and the country code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not an e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This looks like the number of a payment card. Take it out; nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are one customer already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
