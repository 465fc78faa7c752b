<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>The hub at {hub} cannot be reached. Work goes on here; everything is kept and sent when the connection is back.</source>
        <translation>无法连接中心 {hub}。本机工作照常；所有内容均已保存，恢复连接后发送。</translation>
    </message>
    <message>
        <source>Something answers at {hub}, but it is not the hub (perhaps the log-in page of this network). Nothing was sent to it. Log in to the network, or ask who looks after it.</source>
        <translation>{hub} 有应答，但不是中心（可能是此网络的登录页面）。未向其发送任何内容。请登录网络，或询问网络管理员。</translation>
    </message>
    <message>
        <source>The hub at {hub} could not finish ({status}). Nothing is lost; it is tried again. If this stays, look into the hub&apos;s log.</source>
        <translation>中心 {hub} 未能完成（{status}）。没有丢失任何内容，将自动重试。若一直如此，请查看中心的日志。</translation>
    </message>
    <message>
        <source>The clock of this PC differs from the hub&apos;s by {minutes} minutes. Set date and time (and the time zone) of this PC; nothing is lost meanwhile.</source>
        <translation>此电脑的时钟与中心相差 {minutes} 分钟。请设置此电脑的日期、时间和时区；在此期间不会丢失任何内容。</translation>
    </message>
    <message>
        <source>What answers at {hub} cannot prove that it is your hub. Nothing was sent to it. Something on the way reads along, or the hub was set up anew: ask who looks after it.</source>
        <translation>{hub} 的应答方无法证明自己是您的中心。未向其发送任何内容。可能有人在途中窃听，或中心已重新设置：请询问负责人。</translation>
    </message>
    <message>
        <source>The hub&apos;s certificate does not name {hub}. Nothing was sent. Start the hub with this name, or use the name that it has.</source>
        <translation>中心的证书不包含名称 {hub}。未发送任何内容。请以此名称启动中心，或使用证书中的名称。</translation>
    </message>
    <message>
        <source>The certificate of the hub at {hub} is out of date. Nothing was sent. Restart the hub: it renews its certificate when it starts.</source>
        <translation>中心 {hub} 的证书已过期。未发送任何内容。请重新启动中心，启动时会更新证书。</translation>
    </message>
    <message>
        <source>The hub does not know this station. Everything stays here; enrol the station again.</source>
        <translation>中心不认识此工作站。所有内容都保留在本机；请重新注册此工作站。</translation>
    </message>
    <message>
        <source>The centre has withdrawn this station. Everything stays here; ask the centre, who can enrol it again.</source>
        <translation>总部已停用此工作站。所有内容都保留在本机；请联系总部重新注册。</translation>
    </message>
    <message>
        <source>This version of Counterfoil is too old for the hub. Everything stays here; install the newer version, then it is sent.</source>
        <translation>此版本的 Counterfoil 对中心来说太旧。所有内容都保留在本机；请安装新版本，之后即可发送。</translation>
    </message>
    <message>
        <source>The hub is older than this version of Counterfoil. Everything stays here; update the hub, then it is sent.</source>
        <translation>中心的版本比此 Counterfoil 旧。所有内容都保留在本机；请更新中心，之后即可发送。</translation>
    </message>
    <message>
        <source>The hub does not recognise this station&apos;s signature; enrol the station again.</source>
        <translation>中心不认可此工作站的签名；请重新注册此工作站。</translation>
    </message>
    <message>
        <source>The hub could not read the request ({detail}).</source>
        <translation>中心无法读取该请求（{detail}）。</translation>
    </message>
    <message>
        <source>The request is larger than the hub takes ({limit} bytes).</source>
        <translation>请求超出中心接受的大小（{limit} 字节）。</translation>
    </message>
    <message>
        <source>This hub does not offer “{verb}”.</source>
        <translation>此中心不提供“{verb}”。</translation>
    </message>
    <message>
        <source>This is not an enrolment code: a character is wrong or missing. Type it again.</source>
        <translation>这不是注册码：有字符错误或缺失。请重新输入。</translation>
    </message>
    <message>
        <source>The hub does not accept this code ({left} tries left). Ask for a new one.</source>
        <translation>中心不接受此注册码（还可尝试 {left} 次）。请索取新的注册码。</translation>
    </message>
    <message>
        <source>This code has expired: it is good for ten minutes. Ask for a new one.</source>
        <translation>此注册码已过期：有效期为十分钟。请索取新的注册码。</translation>
    </message>
    <message>
        <source>This code has been used. Ask for a new one.</source>
        <translation>此注册码已使用过。请索取新的注册码。</translation>
    </message>
    <message>
        <source>What answers at {hub} is not the hub that gave out this code. Nothing was sent to it. Check the address.</source>
        <translation>{hub} 的应答方不是签发此注册码的中心。未向其发送任何内容。请核对地址。</translation>
    </message>
    <message>
        <source>Site {site} has a station {number} already. Take another number, or say that the new PC replaces it: the old one is then withdrawn.</source>
        <translation>地点 {site} 已有工作站 {number}。请换一个编号，或说明新电脑将取代它：旧工作站随即停用。</translation>
    </message>
    <message>
        <source>There is no site {site}.</source>
        <translation>没有地点 {site}。</translation>
    </message>
    <message>
        <source>This data belongs to a station, not to the centre: it cannot be a hub.</source>
        <translation>此数据属于工作站而不是总部：不能作为中心。</translation>
    </message>
    <message>
        <source>This has been decided already.</source>
        <translation>此项已经决定。</translation>
    </message>
    <message>
        <source>This entry cannot be decided in this way.</source>
        <translation>此项不能以这种方式决定。</translation>
    </message>
    <message>
        <source>A delivery of changes was not taken ({detail}).</source>
        <translation>一批更改未被接收（{detail}）。</translation>
    </message>
    <message>
        <source>A delivery of changes was damaged and not taken ({detail}).</source>
        <translation>一批更改已损坏，未被接收（{detail}）。</translation>
    </message>
    <message>
        <source>A delivery of changes was altered on the way and not taken ({detail}).</source>
        <translation>一批更改在途中被改动，未被接收（{detail}）。</translation>
    </message>
    <message>
        <source>A delivery of changes came from a station that may not send it ({detail}).</source>
        <translation>一批更改来自无权发送的工作站，未被接收（{detail}）。</translation>
    </message>
    <message>
        <source>The exchange with the hub stopped by a fault of the program ({detail}). Nothing is lost; it is tried again. Send the log file to whoever looks after Counterfoil.</source>
        <translation>与中心的交换因程序故障而停止（{detail}）。没有丢失任何内容，将自动重试。请把日志文件发给 Counterfoil 的维护人员。</translation>
    </message>
    <message>
        <source>The hub refused this request. Everything stays here; ask who looks after the hub.</source>
        <translation>中心拒绝了此请求。所有数据都保留在本机；请联系中心的管理人员。</translation>
    </message>
    <message>
        <source>The hub took this request for an old one. Everything stays here; check date and time of this PC.</source>
        <translation>中心认为此请求已过时。所有数据都保留在本机；请检查本机的日期和时间。</translation>
    </message>
    <message>
        <source>The hub is busy. Nothing is lost; it is tried again in a moment.</source>
        <translation>中心正忙。没有丢失任何数据；稍后会自动重试。</translation>
    </message>
    <message>
        <source>This station is not enrolled at a hub. Ask the centre for a code, then enrol it.</source>
        <translation>本工作站尚未注册到中心。请向总部索取注册码，然后注册。</translation>
    </message>
</context>
</TS>
