<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>The file {file} cannot be read.</source>
        <translation>无法读取文件 {file}。</translation>
    </message>
    <message>
        <source>The file {file} cannot be opened: {why}.</source>
        <translation>无法打开文件 {file}：{why}。</translation>
    </message>
    <message>
        <source>The file {file} has {size} MiB; at most {limit} MiB are read. Split it.</source>
        <translation>文件 {file} 为 {size} MiB；最多读取 {limit} MiB。请拆分文件。</translation>
    </message>
    <message>
        <source>The file {file} was not opened: it would unpack to far more than its size ({why}). If it is yours, save it again as CSV.</source>
        <translation>未打开文件 {file}：解压后会远大于其本身大小（{why}）。如果是您的文件，请另存为 CSV。</translation>
    </message>
    <message>
        <source>The sheet in {file} spans {cells} cells or more; at most {limit} are read. Save it as CSV, which has no such limit, or delete the unused rows and columns.</source>
        <translation>{file} 的工作表跨 {cells} 个以上单元格；最多读取 {limit} 个。请另存为没有此限制的 CSV，或删除未用的行和列。</translation>
    </message>
    <message>
        <source>Line {line} of {file} has {columns} columns; at most {limit} are read.</source>
        <translation>{file} 第 {line} 行有 {columns} 列；最多读取 {limit} 列。</translation>
    </message>
    <message>
        <source>Line {line} of {file} holds a cell of more than {limit} characters. Is a quotation mark missing there?</source>
        <translation>{file} 第 {line} 行有单元格超过 {limit} 个字符。是否缺少引号？</translation>
    </message>
    <message>
        <source>The file {file} was not opened: one text in it has more than {limit} characters.</source>
        <translation>未打开文件 {file}：其中一段文字超过 {limit} 个字符。</translation>
    </message>
    <message>
        <source>The encoding of {file} cannot be told (perhaps {suggestion}). Choose it, or save the file as “CSV UTF-8”.</source>
        <translation>无法判断 {file} 的编码（可能是 {suggestion}）。请选择编码，或将文件另存为“CSV UTF-8”。</translation>
    </message>
    <message>
        <source>After line {line}, {file} is not {encoding}. Choose another encoding.</source>
        <translation>{file} 在第 {line} 行之后不是 {encoding}。请选择其他编码。</translation>
    </message>
    <message>
        <source>The file {file} is neither a spreadsheet nor a table of text ({why}).</source>
        <translation>文件 {file} 既不是电子表格也不是文本表格（{why}）。</translation>
    </message>
    <message>
        <source>The file {file} has no sheet “{sheet}”. It has: {sheets}.</source>
        <translation>文件 {file} 没有工作表“{sheet}”。现有：{sheets}。</translation>
    </message>
    <message>
        <source>The file {file} is protected by a password. Save it without one.</source>
        <translation>文件 {file} 受密码保护。请取消密码后保存。</translation>
    </message>
    <message>
        <source>The sheet in {file} holds {count} formulas, the first in {first}. Paste the values instead, or allow the last computed values to be read.</source>
        <translation>{file} 的工作表含有 {count} 个公式，第一个在 {first}。请改为粘贴数值，或允许读取上次计算的结果。</translation>
    </message>
    <message>
        <source>The file {file} was not opened: it contains a construct used for attacks.</source>
        <translation>未打开文件 {file}：其中含有用于攻击的结构。</translation>
    </message>
    <message>
        <source>The file {file} is damaged ({why}). Get it again.</source>
        <translation>文件 {file} 已损坏（{why}）。请重新获取。</translation>
    </message>
    <message>
        <source>The file {file} was given up: reading it needs more than {limit} MiB of memory.</source>
        <translation>已放弃文件 {file}：读取它需要超过 {limit} MiB 内存。</translation>
    </message>
    <message>
        <source>The file {file} was given up: reading it took longer than {limit} seconds.</source>
        <translation>已放弃文件 {file}：读取时间超过 {limit} 秒。</translation>
    </message>
    <message>
        <source>The file {file} made its reader stop ({exit}). Nothing was imported.</source>
        <translation>文件 {file} 使读取程序中止（{exit}）。未导入任何内容。</translation>
    </message>
</context>
</TS>
