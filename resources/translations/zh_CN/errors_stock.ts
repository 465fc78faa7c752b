<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>There is no location “{location}” at this site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location {location} does not hold stock of ours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {available} of {item} are free in {location}; {wanted} were asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quantity above zero is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lot {lot} of {item} may not go out: it is {status}. Put it aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lot {lot} of {item} was good until {expires}. Put it aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lot {lot} of {item} has been recalled. Do not sell it; put it aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number {serial} of {item} is in stock already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{item} needs the serial number of each piece.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That promise of stock holds only {left} any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
