<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>This code cannot be used: {code_text}. Scan it again or type the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check digit of {code_text} is wrong. Scan it again or type the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code {code_text} is incomplete. Scan it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code {code_text} is longer than its format allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code {code_text} holds a date that does not exist. Enter the date by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code {code_text} holds characters that are not allowed in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parts of the code {code_text} do not belong together. Scan the item&apos;s code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code {code_text} says the same thing twice, differently.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code {code_text} holds an element that GS1 does not define.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a payment card, not a barcode. Its number was not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template {template} cannot be used: write digits as they are, P for the item code, M for the amount, W for the weight, and C for the check digit at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tag {tag} cannot be used ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
