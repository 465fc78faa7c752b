<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>PreviewPane</name>
    <message numerus="yes">
        <source>%n of the first rows cannot be used</source>
        <translation>
            <numerusform>%n of the first rows cannot be used</numerusform>
            <numerusform>%n of the first rows cannot be used</numerusform>
        </translation>
    </message>
</context>
</TS>
