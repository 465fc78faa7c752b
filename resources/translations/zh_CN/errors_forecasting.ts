<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>The forecast could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The days from {first} to {last} cannot be used: give 7 to {most} days, in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The planning setting “{name}” cannot be {value}: it must be {rule}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forecast was cancelled. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forecast stopped unexpectedly (exit status {status}). Nothing was changed; run it again, and if it stops again send the report.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
