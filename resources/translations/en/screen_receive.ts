<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ReceiveScreen</name>
    <message numerus="yes">
        <source>%n deliveries expect %1: choose one</source>
        <translation>
            <numerusform>%n delivery expects %1: choose it</numerusform>
            <numerusform>%n deliveries expect %1: choose one</numerusform>
        </translation>
    </message>
</context>
</TS>
