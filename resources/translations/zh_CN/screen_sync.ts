<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Screens</name>
    <message>
        <source>Sync and devices</source>
        <translation>同步与设备</translation>
    </message>
    <message>
        <source>Hub, devices, backups</source>
        <translation>中心、设备、备份</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
</context>
<context>
    <name>SyncScreen</name>
    <message>
        <source>Exchange</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
</context>
</TS>
