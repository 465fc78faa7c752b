<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>Site number {number} is in use already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no company on this PC yet. Create one, or enrol this PC at a hub.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
