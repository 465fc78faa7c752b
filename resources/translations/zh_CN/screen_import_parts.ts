<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ImportWords</name>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>未导入</translation>
    </message>
    <message>
        <source>imported; have a look</source>
        <translation>已导入，请查看</translation>
    </message>
</context>
<context>
    <name>MappingPane</name>
    <message>
        <source>What it holds</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Empty for all, or as in 2-50,77</source>
        <translation>留空表示全部，或如 2-50,77</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>文件的列</translation>
    </message>
    <message>
        <source>A column is needed here</source>
        <translation>此处必须选择一列</translation>
    </message>
    <message>
        <source>– none –</source>
        <translation>– 无 –</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>about %1 rows</source>
        <translation>约 %1 行</translation>
    </message>
    <message>
        <source>Choose the columns</source>
        <translation>请选择列</translation>
    </message>
    <message numerus="yes">
        <source>%n of the first rows cannot be used</source>
        <translation>
            <numerusform>前几行中有 %n 行无法使用</numerusform>
        </translation>
    </message>
    <message>
        <source>The first rows are fine</source>
        <translation>前几行没有问题</translation>
    </message>
    <message>
        <source>The first rows, as they are understood</source>
        <translation>系统对前几行的理解</translation>
    </message>
    <message>
        <source>No row can be used as it is</source>
        <translation>目前没有可用的行</translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1：%2 / %3</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>正在导入 %1</translation>
    </message>
    <message>
        <source>%1 is imported</source>
        <translation>%1 已导入</translation>
    </message>
    <message>
        <source>%1: nothing new</source>
        <translation>%1：没有新内容</translation>
    </message>
    <message>
        <source>%1 rows read, %2 left out</source>
        <translation>读取 %1 行，%2 行未导入</translation>
    </message>
    <message>
        <source>%1 were here</source>
        <translation>原有 %1</translation>
    </message>
</context>
</TS>
