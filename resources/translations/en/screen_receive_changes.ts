<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Changes</name>
    <message numerus="yes">
        <source>%n label(s) for %1</source>
        <translation>
            <numerusform>%n label for %1</numerusform>
            <numerusform>%n labels for %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s), without an order</source>
        <translation>
            <numerusform>%n scan, without an order</numerusform>
            <numerusform>%n scans, without an order</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Receipt %1 finished, %n difference(s) noted</source>
        <translation>
            <numerusform>Receipt %1 finished, %n difference noted</numerusform>
            <numerusform>Receipt %1 finished, %n differences noted</numerusform>
        </translation>
    </message>
</context>
</TS>
