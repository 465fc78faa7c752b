<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>PickCounts</name>
    <message numerus="yes">
        <source>%n order(s) ready to pick</source>
        <translation>
            <numerusform>%n order ready to pick</numerusform>
            <numerusform>%n orders ready to pick</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) together</source>
        <translation>
            <numerusform>%n order together</numerusform>
            <numerusform>%n orders together</numerusform>
        </translation>
    </message>
</context>
</TS>
