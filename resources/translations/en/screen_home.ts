<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>HomeScreen</name>
    <message numerus="yes">
        <source>%n order(s) expected</source>
        <translation>
            <numerusform>%n order expected</numerusform>
            <numerusform>%n orders expected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) to put away</source>
        <translation>
            <numerusform>%n item to put away</numerusform>
            <numerusform>%n items to put away</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) to allocate</source>
        <translation>
            <numerusform>%n order to allocate</numerusform>
            <numerusform>%n orders to allocate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) to pick</source>
        <translation>
            <numerusform>%n order to pick</numerusform>
            <numerusform>%n orders to pick</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s) on hold</source>
        <translation>
            <numerusform>%n sale on hold</numerusform>
            <numerusform>%n sales on hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) to count</source>
        <translation>
            <numerusform>%n place to count</numerusform>
            <numerusform>%n places to count</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to decide</source>
        <translation>
            <numerusform>%n thing to decide</numerusform>
            <numerusform>%n things to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not sent yet</source>
        <translation>
            <numerusform>%n change not sent yet</numerusform>
            <numerusform>%n changes not sent yet</numerusform>
        </translation>
    </message>
</context>
</TS>
