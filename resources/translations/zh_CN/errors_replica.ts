<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>{path} cannot be restored: {reason} Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counterfoil is already open on this data (process {pid}). Nothing was changed. Close it there first, or use that window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no Counterfoil data in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is Counterfoil data in {path} already; it was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This data was written by a newer version of Counterfoil (schema {found}, this program knows {known}). Nothing was changed. Install the newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is damaged: {detail}. It was not changed. Restore it from the newest backup; the till roll holds what came after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of this data is not in the key store of this PC ({store}). The data is safe but cannot be read here. Restore the key, or enrol this station again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database cannot be opened with the key of this PC. The data was not changed. It may belong to another PC, or be damaged: restore the newest backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database library is SQLite {found}, which can lose sales; at least 3.51.3 is needed. Install Counterfoil again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database did not accept the safety setting {name} (it says {found}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is busy with another task. Nothing was saved of this step; wait a moment and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of this PC is full. Nothing was saved of this step; everything before is safe. Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counterfoil may not write to {path}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{table}” belongs to {owner}: a change must be requested there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step cannot write for site {first} and for site {second} at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This entry of “{table}” does not exist here (any more).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say for which site this is: this replica serves all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes from another station do not fit its history ({detail}). Nothing was taken.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
