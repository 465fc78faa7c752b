<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Add a device</source>
        <translation>添加设备</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Keep the trace</source>
        <translation>保存通信记录</translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message>
        <source>Devices of this station</source>
        <translation>本工作站的设备</translation>
    </message>
    <message>
        <source>What the device sends</source>
        <translation>设备发送的内容</translation>
    </message>
    <message>
        <source>No device is set up at this station</source>
        <translation>此工作站尚未设置设备</translation>
    </message>
    <message>
        <source>Keyboard scanners need no setting up: scan anything, and it is shown here.</source>
        <translation>键盘式扫描枪无需设置：扫描任意条码，即显示在这里。</translation>
    </message>
    <message>
        <source>Add a device</source>
        <translation>添加设备</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>%1 bytes in, %2 out</source>
        <translation>收 %1 字节，发 %2 字节</translation>
    </message>
    <message numerus="yes">
        <source>lost %n time(s)</source>
        <translation>
            <numerusform>断开 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) unreadable</source>
        <translation>
            <numerusform>%n 字节无法读取</numerusform>
        </translation>
    </message>
    <message>
        <source>Zero was asked for</source>
        <translation>已请求置零</translation>
    </message>
    <message>
        <source>Weigh</source>
        <translation>称重</translation>
    </message>
    <message>
        <source>Set to zero</source>
        <translation>置零</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>停止读取</translation>
    </message>
    <message>
        <source>Start reading</source>
        <translation>开始读取</translation>
    </message>
    <message>
        <source>%1 is set up</source>
        <translation>%1 已设置</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>移除 %1？</translation>
    </message>
    <message>
        <source>The station forgets the device. It can be set up again at any time.</source>
        <translation>工作站将不再记住此设备。可随时重新设置。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>%1 is removed</source>
        <translation>%1 已移除</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of bytes are in %1</source>
        <translation>
            <numerusform>%n 行通信记录已保存到 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has come yet. Scan a code, or try the device out.</source>
        <translation>尚未收到内容。请扫描条码或试用设备。</translation>
    </message>
</context>
</TS>
