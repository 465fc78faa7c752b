<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ExchangePage</name>
    <message>
        <source>Who has what</source>
        <translation>同步情况</translation>
    </message>
    <message>
        <source>What the hub has</source>
        <translation>中心已有内容</translation>
    </message>
    <message>
        <source>Nothing has been written yet</source>
        <translation>尚无任何记录</translation>
    </message>
    <message>
        <source>No station has sent anything yet</source>
        <translation>尚无工作站上传内容</translation>
    </message>
    <message>
        <source>This is the hub</source>
        <translation>本机是中心</translation>
    </message>
    <message>
        <source>A new station needs a one-time code: good once, for ten minutes. Give the site and a number that no other station of the site has.</source>
        <translation>新工作站需要一次性代码：仅可使用一次，十分钟内有效。请填写地点和该地点未被使用的工作站编号。</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Station number</source>
        <translation>工作站编号</translation>
    </message>
    <message>
        <source>Name of the station</source>
        <translation>工作站名称</translation>
    </message>
    <message>
        <source>Give out a code</source>
        <translation>发放代码</translation>
    </message>
    <message>
        <source>This PC works alone</source>
        <translation>本机独立运行</translation>
    </message>
    <message>
        <source>To make it a station of a company, ask the centre for an address and a one-time code. The station gets a folder of its own: what is here stays as it is.</source>
        <translation>要将本机设为公司的工作站，请向总部索取地址和一次性代码。工作站使用独立的文件夹：此处的数据保持不变。</translation>
    </message>
    <message>
        <source>Address of the hub</source>
        <translation>中心地址</translation>
    </message>
    <message>
        <source>https://hub.example:8443</source>
        <translation>https://hub.example:8443</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>一次性代码</translation>
    </message>
    <message>
        <source>Exchange now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>注册</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) safe here, not sent yet</source>
        <translation>
            <numerusform>%n 项更改已存本机，尚未上传</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything here is at the hub too</source>
        <translation>本机内容已全部上传到中心</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Last exchange</source>
        <translation>上次同步</translation>
    </message>
    <message>
        <source>Oldest unsent change</source>
        <translation>最早未上传的更改</translation>
    </message>
    <message>
        <source>Offline since</source>
        <translation>离线自</translation>
    </message>
    <message>
        <source>Exchanging with the hub…</source>
        <translation>正在与中心同步…</translation>
    </message>
    <message numerus="yes">
        <source>Exchanged: %n change(s) sent</source>
        <translation>
            <numerusform>同步完成：已上传 %n 项更改</numerusform>
        </translation>
    </message>
    <message>
        <source>An address that begins with https://</source>
        <translation>以 https:// 开头的地址</translation>
    </message>
    <message>
        <source>The code that the centre gave out</source>
        <translation>总部发放的代码</translation>
    </message>
    <message>
        <source>Enrolling…</source>
        <translation>正在注册…</translation>
    </message>
    <message>
        <source>Enrolled as station %1 of site %2. Close this window and start: %3</source>
        <translation>已注册为地点 %2 的工作站 %1。请关闭此窗口并运行：%3</translation>
    </message>
    <message>
        <source>This PC is a station now</source>
        <translation>本机现已成为工作站</translation>
    </message>
    <message>
        <source>A number from 1</source>
        <translation>从 1 开始的编号</translation>
    </message>
    <message>
        <source>Where it stands: Till 2</source>
        <translation>所在位置，例如：2 号收银台</translation>
    </message>
    <message>
        <source>Nothing could be exchanged. Everything is kept here.</source>
        <translation>无法同步。所有内容都保存在本机。</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>Station</source>
        <translation>工作站</translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation>所属地点</translation>
    </message>
    <message>
        <source>Changes here</source>
        <translation>本机更改</translation>
    </message>
    <message>
        <source>At the hub</source>
        <translation>中心已有</translation>
    </message>
    <message>
        <source>Station without a name</source>
        <translation>未命名工作站</translation>
    </message>
    <message>
        <source>%1 (this PC)</source>
        <translation>%1（本机）</translation>
    </message>
    <message>
        <source>All sites</source>
        <translation>全部地点</translation>
    </message>
    <message>
        <source>Site %1</source>
        <translation>地点 %1</translation>
    </message>
    <message>
        <source>%n to send</source>
        <translation>%n 项待上传</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>中心</translation>
    </message>
</context>
</TS>
