<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>Something went wrong.</source>
        <translation>出现了问题。</translation>
    </message>
    <message>
        <source>The computer could not do what was asked.</source>
        <translation>电脑无法完成所要求的操作。</translation>
    </message>
    <message>
        <source>That is not allowed.</source>
        <translation>不允许这样做。</translation>
    </message>
    <message>
        <source>{actor} may not do this: the right “{permission}” is missing. Ask a supervisor.</source>
        <translation>{actor} 不能这样做：缺少权限“{permission}”。请主管协助。</translation>
    </message>
    <message>
        <source>{what} was not found.</source>
        <translation>未找到{what}。</translation>
    </message>
</context>
</TS>
