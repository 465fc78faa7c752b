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
        <source>The file {file} is damaged ({why}). Get it again.</source>
        <translation>文件 {file} 已损坏（{why}）。请重新获取。</translation>
    </message>
    <message>
        <source>The file {file} made its reader stop ({exit}). Nothing was imported.</source>
        <translation>文件 {file} 使读取程序中止（{exit}）。未导入任何内容。</translation>
    </message>
    <message>
        <source>The file cannot be imported.</source>
        <translation>无法导入此文件。</translation>
    </message>
    <message>
        <source>“{kind}” cannot be imported. What can: {known}.</source>
        <translation>无法导入“{kind}”。可导入的有：{known}。</translation>
    </message>
    <message>
        <source>The columns of {file} do not tell what it holds. Say which it is: {known}.</source>
        <translation>从 {file} 的列名看不出内容类型。请指定其一：{known}。</translation>
    </message>
    <message>
        <source>There is no “{field}” in {kind}. What there is: {known}.</source>
        <translation>{kind}中没有“{field}”。可用的有：{known}。</translation>
    </message>
    <message>
        <source>The file {file} has no column “{column}”. It has: {columns}.</source>
        <translation>文件 {file} 中没有“{column}”列。现有的列：{columns}。</translation>
    </message>
    <message>
        <source>Choose the column of {file} that holds the {field}. It has: {columns}.</source>
        <translation>请选择 {file} 中表示“{field}”的列。现有的列：{columns}。</translation>
    </message>
    <message>
        <source>“{text}” does not name rows. Write them as in 2-50,77.</source>
        <translation>“{text}”不是有效的行号。请按 2-50,77 的格式填写。</translation>
    </message>
    <message>
        <source>The folder {folder} lacks: {files}.</source>
        <translation>文件夹 {folder} 中缺少：{files}。</translation>
    </message>
    <message>
        <source>Site {site} has no receiving place, which the receipts need. Set the site up first.</source>
        <translation>站点 {site} 没有收库位，无法登记收货。请先设置该站点。</translation>
    </message>
    <message>
        <source>This row is not usable.</source>
        <translation>此行无法使用。</translation>
    </message>
    <message>
        <source>The cell is empty.</source>
        <translation>单元格为空。</translation>
    </message>
    <message>
        <source>“{value}” has lost digits in a spreadsheet. Format the column as text there, enter it again, and export once more.</source>
        <translation>“{value}”在表格软件中丢失了数字。请将该列设为文本格式，重新录入后再导出。</translation>
    </message>
    <message>
        <source>The cell holds an error of the spreadsheet: “{value}”.</source>
        <translation>单元格中是表格软件的错误值：“{value}”。</translation>
    </message>
    <message>
        <source>“{value}” is not a number.</source>
        <translation>“{value}”不是数字。</translation>
    </message>
    <message>
        <source>“{value}” has more than {most} digits behind the point.</source>
        <translation>“{value}”的小数位数超过 {most} 位。</translation>
    </message>
    <message>
        <source>“{value}” is too small; at least {least} is needed.</source>
        <translation>“{value}”太小，至少应为 {least}。</translation>
    </message>
    <message>
        <source>“{value}” is longer than {most} characters.</source>
        <translation>“{value}”超过 {most} 个字符。</translation>
    </message>
    <message>
        <source>“{value}” is not a day. Write it as 2026-11-22.</source>
        <translation>“{value}”不是日期。请按 2026-11-22 的格式填写。</translation>
    </message>
    <message>
        <source>“{value}” is none of: {choices}.</source>
        <translation>“{value}”不在可选值之中：{choices}。</translation>
    </message>
    <message>
        <source>“{value}” is not in the books. Import it first, or correct the cell.</source>
        <translation>系统中没有“{value}”。请先导入它，或更正此单元格。</translation>
    </message>
    <message>
        <source>“{value}” stood in line {first} already; this line was left out.</source>
        <translation>“{value}”在第 {first} 行已出现；此行未导入。</translation>
    </message>
    <message>
        <source>Document “{value}” was left out whole: its line {other} cannot be used.</source>
        <translation>单据“{value}”整单未导入：其中第 {other} 行无法使用。</translation>
    </message>
    <message>
        <source>“{value}” does not agree with line {first} of the same document, which says “{said}”.</source>
        <translation>“{value}”与同一单据第 {first} 行的“{said}”不一致。</translation>
    </message>
    <message>
        <source>The row was left out: {reason}</source>
        <translation>此行未导入：{reason}</translation>
    </message>
    <message>
        <source>The check digit of “{value}” is wrong; the code was kept as a text.</source>
        <translation>“{value}”的校验位有误；已按文本保留该编码。</translation>
    </message>
    <message>
        <source>“{value}” is no EAN-8; it was read as the UPC-E of {full}.</source>
        <translation>“{value}”不是 EAN-8；已按 {full} 的 UPC-E 缩码读取。</translation>
    </message>
    <message>
        <source>“{value}” is from a range that shops use for themselves (weights, prices): elsewhere it names other goods.</source>
        <translation>“{value}”属于店内自用码段（称重、价格）：在别处它代表其他商品。</translation>
    </message>
    <message>
        <source>“{value}” has not the length of a GTIN (8, 12, 13 or 14); it was kept as a text.</source>
        <translation>“{value}”的长度不是 GTIN 的 8、12、13 或 14 位；已按文本保留。</translation>
    </message>
    <message>
        <source>Barcode “{value}” is also that of “{other}”: a scan will ask which one is meant.</source>
        <translation>条码“{value}”也属于“{other}”：扫描时会询问是哪一个。</translation>
    </message>
    <message>
        <source>There is no name; “{value}” took its place.</source>
        <translation>没有名称；以“{value}”代替。</translation>
    </message>
    <message>
        <source>“{value}” holds characters that could not be read.</source>
        <translation>“{value}”中含有无法识别的字符。</translation>
    </message>
    <message>
        <source>“{value}” was computed by a formula; its last result was taken.</source>
        <translation>“{value}”由公式算出；已取其最近一次结果。</translation>
    </message>
    <message>
        <source>The line has more cells than columns (“{value}”); they were not used.</source>
        <translation>此行的单元格多于列数（“{value}”）；多余部分未使用。</translation>
    </message>
    <message>
        <source>Line {line} of {file} has {columns} columns; at most {limit} are read. Delete those that are not needed.</source>
        <translation>{file} 第 {line} 行有 {columns} 列；最多读取 {limit} 列。请删除不需要的列。</translation>
    </message>
    <message>
        <source>There is no encoding called “{encoding}”. The file {file} was not read; choose utf-8, gb18030, utf-16 or windows-1252.</source>
        <translation>没有名为“{encoding}”的编码。未读取文件 {file}；请选择 utf-8、gb18030、utf-16 或 windows-1252。</translation>
    </message>
    <message>
        <source>The file {file} was not opened: it contains a construct used for attacks. Ask who sent it for a CSV.</source>
        <translation>未打开文件 {file}：其中含有用于攻击的结构。请向发送者索取 CSV 文件。</translation>
    </message>
    <message>
        <source>The file {file} was given up: reading it needs more than {limit} MiB of memory. Nothing was imported; split it, or save it as CSV.</source>
        <translation>已放弃文件 {file}：读取它需要超过 {limit} MiB 的内存。没有导入任何内容；请拆分文件，或另存为 CSV。</translation>
    </message>
    <message>
        <source>The file {file} was given up: reading it took longer than {limit} seconds. Split it, or save it as CSV.</source>
        <translation>已放弃文件 {file}：读取时间超过 {limit} 秒。请拆分文件，或另存为 CSV。</translation>
    </message>
</context>
</TS>
