<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BackupsPage</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Last backup: %1</source>
        <translation>上次备份：%1</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>已校验</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>过旧</translation>
    </message>
    <message>
        <source>There is no backup yet</source>
        <translation>还没有备份</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Backups are encrypted copies in %1; each is opened and checked before it counts. Copy them to another disk as well. To go back to one: counterfoil restore FILE</source>
        <translation>备份是 %1 中的加密副本；每份都经打开校验后才算数。请另存一份到其他磁盘。恢复方法：counterfoil restore 文件</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>正在备份…</translation>
    </message>
    <message>
        <source>Backed up and checked: %1</source>
        <translation>已备份并校验：%1</translation>
    </message>
    <message>
        <source>The keys of this PC&apos;s books are in the file %1, because the system has no key store here: weaker, as whoever copies the folder has the keys as well</source>
        <translation>本机账本的密钥保存在文件 %1 中，因为本系统没有密钥库：安全性较低，复制该文件夹的人也会得到密钥</translation>
    </message>
    <message>
        <source>Weaker</source>
        <translation>较弱</translation>
    </message>
    <message>
        <source>The keys of this PC&apos;s books are in the system&apos;s key store (%1)</source>
        <translation>本机账本的密钥保存在系统密钥库中（%1）</translation>
    </message>
    <message>
        <source>Safe</source>
        <translation>安全</translation>
    </message>
</context>
</TS>
