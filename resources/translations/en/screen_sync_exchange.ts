<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ExchangePage</name>
    <message numerus="yes">
        <source>%n change(s) safe here, not sent yet</source>
        <translation>
            <numerusform>%n change safe here, not sent yet</numerusform>
            <numerusform>%n changes safe here, not sent yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exchanged: %n change(s) sent</source>
        <translation>
            <numerusform>Exchanged: %n change sent</numerusform>
            <numerusform>Exchanged: %n changes sent</numerusform>
        </translation>
    </message>
</context>
</TS>
