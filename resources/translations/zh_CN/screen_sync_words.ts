<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Devices</name>
    <message>
        <source>The device sends with another parity than is set here.</source>
        <translation>设备发送数据的校验方式与此处的设置不同。</translation>
    </message>
    <message>
        <source>The scanner sends no line end after a code.</source>
        <translation>扫描枪在条码后没有发送结束符。</translation>
    </message>
    <message>
        <source>This user may not open the device&apos;s port.</source>
        <translation>当前用户无权打开该设备的端口。</translation>
    </message>
    <message>
        <source>Two devices look the same, so it is not clear which one this is.</source>
        <translation>有两台设备看起来相同，无法确定是哪一台。</translation>
    </message>
    <message>
        <source>The device takes no more data.</source>
        <translation>设备不再接收数据。</translation>
    </message>
    <message>
        <source>The device is not connected.</source>
        <translation>设备未连接。</translation>
    </message>
    <message>
        <source>The device is being connected.</source>
        <translation>正在连接设备。</translation>
    </message>
    <message>
        <source>The device is being checked.</source>
        <translation>正在检查设备。</translation>
    </message>
    <message>
        <source>The device is ready.</source>
        <translation>设备已就绪。</translation>
    </message>
    <message>
        <source>The device is connected but does not answer.</source>
        <translation>设备已连接，但没有应答。</translation>
    </message>
    <message>
        <source>The device was disconnected.</source>
        <translation>设备已断开连接。</translation>
    </message>
    <message>
        <source>The device will be tried again in a moment.</source>
        <translation>稍后将再次尝试连接设备。</translation>
    </message>
    <message>
        <source>The device is switched off in this program.</source>
        <translation>设备已在本程序中停用。</translation>
    </message>
    <message>
        <source>Another program is using the device.</source>
        <translation>另一个程序正在使用该设备。</translation>
    </message>
    <message>
        <source>The device sends data that cannot be read.</source>
        <translation>设备发送的数据无法读取。</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>请稍候。</translation>
    </message>
    <message>
        <source>Plug it in or switch it on.</source>
        <translation>请插好设备或打开其电源。</translation>
    </message>
    <message>
        <source>Check speed and parity in the device&apos;s settings.</source>
        <translation>请检查设备设置中的速率和校验方式。</translation>
    </message>
    <message>
        <source>Ask IT for help.</source>
        <translation>请联系 IT。</translation>
    </message>
    <message>
        <source>Give the scanner a CR suffix, or switch on closing by silence.</source>
        <translation>请为扫描枪设置 CR 后缀，或启用静默结束。</translation>
    </message>
    <message>
        <source>Show the program which device it is.</source>
        <translation>请指明是哪一台设备。</translation>
    </message>
    <message>
        <source>Switch it off and on again.</source>
        <translation>请关闭后重新打开设备。</translation>
    </message>
    <message>
        <source>Switch it on in the device list.</source>
        <translation>请在设备列表中启用它。</translation>
    </message>
    <message>
        <source>Close the other program.</source>
        <translation>请关闭另一个程序。</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>已断开</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>正在重试</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>被占用</translation>
    </message>
    <message>
        <source>Set up wrongly</source>
        <translation>设置有误</translation>
    </message>
    <message>
        <source>Barcode scanner (serial)</source>
        <translation>条码扫描枪（串口）</translation>
    </message>
    <message>
        <source>Scale (Mettler Toledo 8217)</source>
        <translation>电子秤（Mettler Toledo 8217）</translation>
    </message>
    <message>
        <source>RFID reader (M100, R200)</source>
        <translation>RFID 读写器（M100、R200）</translation>
    </message>
    <message>
        <source>The scale does not come to rest.</source>
        <translation>电子秤读数不稳定。</translation>
    </message>
    <message>
        <source>Too much lies on the scale.</source>
        <translation>电子秤超载。</translation>
    </message>
    <message>
        <source>The scale is below zero: set it to zero.</source>
        <translation>电子秤低于零：请置零。</translation>
    </message>
    <message>
        <source>The scale does not answer.</source>
        <translation>电子秤没有应答。</translation>
    </message>
    <message>
        <source>The scale gives no weight.</source>
        <translation>电子秤没有给出重量。</translation>
    </message>
    <message>
        <source>No tag in the field</source>
        <translation>读取范围内没有标签</translation>
    </message>
    <message>
        <source>The device reports a fault</source>
        <translation>设备报告故障</translation>
    </message>
    <message>
        <source>Bytes that cannot be read</source>
        <translation>无法读取的字节</translation>
    </message>
    <message>
        <source>The device has answered</source>
        <translation>设备已应答</translation>
    </message>
    <message>
        <source>lot %1</source>
        <translation>批号 %1</translation>
    </message>
    <message>
        <source>serial no. %1</source>
        <translation>序列号 %1</translation>
    </message>
    <message>
        <source>good until %1</source>
        <translation>有效期至 %1</translation>
    </message>
    <message>
        <source>No weight</source>
        <translation>无重量</translation>
    </message>
    <message>
        <source>at rest</source>
        <translation>稳定</translation>
    </message>
    <message>
        <source>moving</source>
        <translation>变动中</translation>
    </message>
    <message>
        <source>text, length %1</source>
        <translation>文本，长度 %1</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
</context>
</TS>
