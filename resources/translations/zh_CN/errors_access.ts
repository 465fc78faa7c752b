<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>The name and the PIN do not match. Try again, or ask a supervisor.</source>
        <translation>姓名与 PIN 码不匹配。请重试，或请主管协助。</translation>
    </message>
    <message>
        <source>Too many wrong tries. Wait {seconds} seconds, then try again.</source>
        <translation>错误次数过多。请等待 {seconds} 秒后再试。</translation>
    </message>
    <message>
        <source>This name is locked after too many wrong tries. A supervisor must unlock it.</source>
        <translation>错误次数过多，该用户已锁定。须由主管解锁。</translation>
    </message>
    <message>
        <source>The badge alone is not enough here. Enter your PIN as well.</source>
        <translation>此处仅凭工牌不够，还须输入 PIN 码。</translation>
    </message>
    <message>
        <source>A PIN has digits only, at most {longest}.</source>
        <translation>PIN 码只能由数字组成，最多 {longest} 位。</translation>
    </message>
    <message>
        <source>A PIN needs at least {minimum} digits.</source>
        <translation>PIN 码至少需要 {minimum} 位数字。</translation>
    </message>
    <message>
        <source>The shortest PIN can be set to {least} to {most} digits.</source>
        <translation>PIN 码最短长度可设为 {least} 至 {most} 位。</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>请输入姓名。</translation>
    </message>
    <message>
        <source>The sign-on name “{login}” is taken. Choose another.</source>
        <translation>登录名“{login}”已被使用，请另选一个。</translation>
    </message>
    <message>
        <source>This badge belongs to {name}. Take it from there first.</source>
        <translation>此工牌属于 {name}。请先从其名下收回。</translation>
    </message>
    <message>
        <source>That is not a badge. Hold the badge to the reader again.</source>
        <translation>这不是工牌。请再次将工牌对准读卡器。</translation>
    </message>
    <message>
        <source>There is no right “{permission}”.</source>
        <translation>没有“{permission}”这项权限。</translation>
    </message>
    <message>
        <source>Nobody would be left who can manage users. Give someone else that right first.</source>
        <translation>这样将无人能够管理用户。请先把该权限授予他人。</translation>
    </message>
    <message>
        <source>Say why. The reason is kept with the approval.</source>
        <translation>请说明原因。原因会与授权一起保存。</translation>
    </message>
    <message>
        <source>This user was not found.</source>
        <translation>未找到该用户。</translation>
    </message>
    <message>
        <source>This role was not found.</source>
        <translation>未找到该角色。</translation>
    </message>
    <message>
        <source>{actor} cannot approve their own step. Ask another supervisor.</source>
        <translation>{actor} 不能批准自己的操作。请另一位主管授权。</translation>
    </message>
    <message>
        <source>This approval was used already. Ask a supervisor again.</source>
        <translation>该授权已使用过。请再次请主管授权。</translation>
    </message>
    <message>
        <source>This approval is too old. Ask a supervisor again.</source>
        <translation>该授权已过期。请再次请主管授权。</translation>
    </message>
    <message>
        <source>The approval was given for something else. Ask a supervisor to approve this step.</source>
        <translation>该授权针对的是其他操作。请主管批准此操作。</translation>
    </message>
    <message>
        <source>This PIN is too easy to guess. Avoid repeated digits and digits in a row.</source>
        <translation>此 PIN 码太容易猜到。请避免重复或连续的数字。</translation>
    </message>
</context>
</TS>
