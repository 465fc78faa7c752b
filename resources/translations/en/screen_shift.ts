<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ShiftScreen</name>
    <message numerus="yes">
        <source>%n change(s) unsent</source>
        <translation>
            <numerusform>%n change unsent</numerusform>
            <numerusform>%n changes unsent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held sale(s)</source>
        <translation>
            <numerusform>%n held sale</numerusform>
            <numerusform>%n held sales</numerusform>
        </translation>
    </message>
</context>
</TS>
