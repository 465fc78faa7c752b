<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ImportScreen</name>
    <message numerus="yes">
        <source>%n row(s) were left out</source>
        <translation>
            <numerusform>%n row was left out</numerusform>
            <numerusform>%n rows were left out</numerusform>
        </translation>
    </message>
</context>
</TS>
