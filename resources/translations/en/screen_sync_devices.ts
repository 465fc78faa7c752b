<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DevicesPage</name>
    <message numerus="yes">
        <source>lost %n time(s)</source>
        <translation>
            <numerusform>lost once</numerusform>
            <numerusform>lost %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) unreadable</source>
        <translation>
            <numerusform>%n byte unreadable</numerusform>
            <numerusform>%n bytes unreadable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of bytes are in %1</source>
        <translation>
            <numerusform>%n line of bytes is in %1</numerusform>
            <numerusform>%n lines of bytes are in %1</numerusform>
        </translation>
    </message>
</context>
</TS>
