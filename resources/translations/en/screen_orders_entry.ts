<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>EntryPage</name>
    <message numerus="yes">
        <source>%n line(s) were entered and nothing is kept.</source>
        <translation>
            <numerusform>%n line was entered and nothing is kept.</numerusform>
            <numerusform>%n lines were entered and nothing is kept.</numerusform>
        </translation>
    </message>
</context>
</TS>
