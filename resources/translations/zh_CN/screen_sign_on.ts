<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Screens</name>
    <message>
        <source>Sign on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignOnScreen</name>
    <message>
        <source>Who is working here now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan your badge, or type your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can sign on here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users come from the centre: let this station exchange with the hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no role here yet. Ask a manager for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This badge is not known here. Choose your name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock %1 after too many wrong PINs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is unlocked. Type the PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or hold your badge to the scanner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked after too many wrong PINs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
