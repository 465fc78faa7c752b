<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Screens</name>
    <message>
        <source>Sign on</source>
        <translation>登录</translation>
    </message>
</context>
<context>
    <name>SignOnScreen</name>
    <message>
        <source>Who is working here now?</source>
        <translation>现在由谁操作？</translation>
    </message>
    <message>
        <source>Scan your badge, or type your name</source>
        <translation>扫描工牌，或输入姓名</translation>
    </message>
    <message>
        <source>Nobody can sign on here yet</source>
        <translation>此工作站还没有可登录的人员</translation>
    </message>
    <message>
        <source>Users come from the centre: let this station exchange with the hub.</source>
        <translation>人员由总部下发：请让此工作站与中心同步。</translation>
    </message>
    <message>
        <source>Sign on</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>%1 has no role here yet. Ask a manager for one.</source>
        <translation>%1 尚未分配角色，请联系经理。</translation>
    </message>
    <message>
        <source>This badge is not known here. Choose your name.</source>
        <translation>无法识别此工牌，请选择您的姓名。</translation>
    </message>
    <message>
        <source>Unlock %1 after too many wrong PINs</source>
        <translation>%1 多次输错 PIN 码，为其解锁</translation>
    </message>
    <message>
        <source>%1 is unlocked. Type the PIN.</source>
        <translation>%1 已解锁，请输入 PIN 码。</translation>
    </message>
    <message>
        <source>Choose your name</source>
        <translation>请选择姓名</translation>
    </message>
    <message>
        <source>or hold your badge to the scanner</source>
        <translation>或将工牌对准扫描枪</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>您的 PIN 码</translation>
    </message>
    <message>
        <source>Type your PIN</source>
        <translation>请输入 PIN 码</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核对…</translation>
    </message>
    <message>
        <source>Locked after too many wrong PINs</source>
        <translation>PIN 码输错次数过多，已锁定</translation>
    </message>
    <message>
        <source>Try again in %1</source>
        <translation>%1 后可重试</translation>
    </message>
</context>
</TS>
