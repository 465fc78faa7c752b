<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Leave both</source>
        <translation>两者都保留</translation>
    </message>
</context>
<context>
    <name>ConflictsScreen</name>
    <message>
        <source>What waits for a decision</source>
        <translation>待裁定事项</translation>
    </message>
    <message>
        <source>Nothing waits for a decision</source>
        <translation>没有待裁定的事项</translation>
    </message>
    <message>
        <source>Changes that cross are kept and shown here. Nothing gets lost.</source>
        <translation>相互冲突的更改都会保留并显示在这里，不会丢失。</translation>
    </message>
    <message>
        <source>Take the left one</source>
        <translation>采用左边</translation>
    </message>
    <message>
        <source>Take the right one</source>
        <translation>采用右边</translation>
    </message>
    <message>
        <source>It still cannot be applied. It stays here.</source>
        <translation>仍然无法应用，继续保留在这里。</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Decide what crossed</source>
        <translation>裁定相互冲突的更改</translation>
    </message>
</context>
</TS>
