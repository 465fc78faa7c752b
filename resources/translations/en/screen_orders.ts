<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>OrdersScreen</name>
    <message numerus="yes">
        <source>%n order(s) have all their stock</source>
        <translation>
            <numerusform>%n order has all its stock</numerusform>
            <numerusform>%n orders have all their stock</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still wait(s)</source>
        <translation>
            <numerusform>%n still waits</numerusform>
            <numerusform>%n still wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>How are %n orders picked?</source>
        <translation>
            <numerusform>How is %n order picked?</numerusform>
            <numerusform>How are %n orders picked?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pick list(s) made</source>
        <translation>
            <numerusform>%n pick list made</numerusform>
            <numerusform>%n pick lists made</numerusform>
        </translation>
    </message>
</context>
</TS>
