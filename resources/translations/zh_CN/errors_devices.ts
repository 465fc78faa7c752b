<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>Something is wrong with the device.</source>
        <translation>设备出现问题。</translation>
    </message>
    <message>
        <source>{url} is not there. Plug the device in or switch it on.</source>
        <translation>找不到 {url}。请连接设备或打开其电源。</translation>
    </message>
    <message>
        <source>{url} is in use by another program. Close that program.</source>
        <translation>{url} 正被另一程序使用。请关闭该程序。</translation>
    </message>
    <message>
        <source>This user may not open {url}. Ask IT for access to serial ports.</source>
        <translation>当前用户无权打开 {url}。请 IT 授予串口访问权限。</translation>
    </message>
    <message>
        <source>Several devices look like {device_id}. Show the program which one it is.</source>
        <translation>有多个设备看起来像 {device_id}。请指明是哪一个。</translation>
    </message>
    <message>
        <source>{url} does not open: {detail}</source>
        <translation>{url} 无法打开：{detail}</translation>
    </message>
    <message>
        <source>The setting {name} is not valid: {detail}</source>
        <translation>设置 {name} 无效：{detail}</translation>
    </message>
    <message>
        <source>The command {op} is not possible: {detail}</source>
        <translation>命令 {op} 无法执行：{detail}</translation>
    </message>
    <message>
        <source>There is no device protocol called {protocol}.</source>
        <translation>没有名为 {protocol} 的设备协议。</translation>
    </message>
    <message>
        <source>There is no device called {device_id} on this station.</source>
        <translation>此工作站没有名为 {device_id} 的设备。</translation>
    </message>
    <message>
        <source>A simulated device cannot use {endpoint} here: {detail}</source>
        <translation>模拟设备在此处无法使用 {endpoint}：{detail}</translation>
    </message>
    <message>
        <source>{url} was lost ({detail}). Plug the device in again and repeat the last scan.</source>
        <translation>与 {url} 的连接已断开（{detail}）。请重新插好设备，并重复上一次扫描。</translation>
    </message>
    <message>
        <source>{device_id} is not ready ({state}). Look at its cable and switch; it is found again by itself.</source>
        <translation>{device_id} 未就绪（{state}）。请检查连接线和开关；设备恢复后会被自动找到。</translation>
    </message>
    <message>
        <source>{device_id} gave no stable weight ({reason}). Take everything off, put it back, and weigh again.</source>
        <translation>{device_id} 没有给出稳定的重量（{reason}）。请取下物品，重新放上后再称。</translation>
    </message>
</context>
</TS>
