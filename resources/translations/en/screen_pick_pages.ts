<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DonePage</name>
    <message numerus="yes">
        <source>The list is done, %n line(s) short</source>
        <translation>
            <numerusform>The list is done, %n line short</numerusform>
            <numerusform>The list is done, %n lines short</numerusform>
        </translation>
    </message>
</context>
</TS>
