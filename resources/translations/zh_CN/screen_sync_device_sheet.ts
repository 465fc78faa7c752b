<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>DeviceSheet</name>
    <message>
        <source>Add a device</source>
        <translation>添加设备</translation>
    </message>
    <message>
        <source>Change the device</source>
        <translation>修改设备</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>设备类型</translation>
    </message>
    <message>
        <source>Ports of this PC</source>
        <translation>本机端口</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>连接位置</translation>
    </message>
    <message>
        <source>COM5, /dev/ttyUSB0, or socket://HOST:PORT</source>
        <translation>COM5、/dev/ttyUSB0 或 socket://主机:端口</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Choose a port, or type it below</source>
        <translation>请选择端口，或在下方输入</translation>
    </message>
    <message>
        <source>Give it a name: Till scanner</source>
        <translation>请命名，例如：收银台扫描枪</translation>
    </message>
    <message>
        <source>Another device has this name</source>
        <translation>已有同名设备</translation>
    </message>
    <message>
        <source>Say where it is</source>
        <translation>请填写连接位置</translation>
    </message>
    <message>
        <source>Connect this device</source>
        <translation>连接此设备</translation>
    </message>
</context>
</TS>
