<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>Something is wrong with the device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{url} is not there. Plug the device in or switch it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{url} is in use by another program. Close that program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user may not open {url}. Ask IT for access to serial ports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several devices look like {device_id}. Show the program which one it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{url} does not open: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{url} was lost: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting {name} is not valid: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command {op} is not possible: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no device protocol called {protocol}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no device called {device_id} on this station.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device_id} is not ready ({state}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device_id} gave no stable weight ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A simulated device cannot use {endpoint} here: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
