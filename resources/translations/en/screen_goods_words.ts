<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>lasts %n day(s)</source>
        <translation>
            <numerusform>lasts %n day</numerusform>
            <numerusform>lasts %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>delivery takes %n day(s)</source>
        <translation>
            <numerusform>delivery takes %n day</numerusform>
            <numerusform>delivery takes %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Expected sales of %n day(s), about %1 a day</source>
        <translation>
            <numerusform>Expected sales of %n day, about %1 a day</numerusform>
            <numerusform>Expected sales of %n days, about %1 a day</numerusform>
        </translation>
    </message>
</context>
</TS>
