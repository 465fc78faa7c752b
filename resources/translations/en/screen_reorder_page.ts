<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>PlanPage</name>
    <message numerus="yes">
        <source>Planned %1 for %2: %n item(s)</source>
        <translation>
            <numerusform>Planned %1 for %2: %n item</numerusform>
            <numerusform>Planned %1 for %2: %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a supplier</source>
        <translation>
            <numerusform>%n without a supplier</numerusform>
            <numerusform>%n without a supplier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n oddity(ies) in the sales</source>
        <translation>
            <numerusform>%n oddity in the sales</numerusform>
            <numerusform>%n oddities in the sales</numerusform>
        </translation>
    </message>
</context>
</TS>
