<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>WhyPage</name>
    <message numerus="yes">
        <source>%n movement(s) add up to it</source>
        <translation>
            <numerusform>%n movement adds up to it</numerusform>
            <numerusform>%n movements add up to it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n movement(s)</source>
        <translation>
            <numerusform>The newest movement</numerusform>
            <numerusform>The newest %n movements</numerusform>
        </translation>
    </message>
</context>
</TS>
