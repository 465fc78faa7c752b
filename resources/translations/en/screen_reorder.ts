<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ReorderScreen</name>
    <message numerus="yes">
        <source>Order %n item(s)</source>
        <translation>
            <numerusform>Order %n item</numerusform>
            <numerusform>Order %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft order(s) made: look at them and send them</source>
        <translation>
            <numerusform>%n draft order made: look at it and send it</numerusform>
            <numerusform>%n draft orders made: look at them and send them</numerusform>
        </translation>
    </message>
</context>
</TS>
