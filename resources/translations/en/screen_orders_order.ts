<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>OrderPage</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n list(s)</source>
        <translation>
            <numerusform>On %n list</numerusform>
            <numerusform>On %n lists</numerusform>
        </translation>
    </message>
</context>
</TS>
