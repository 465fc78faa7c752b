<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
</context>
<context>
    <name>ImportScreen</name>
    <message>
        <source>Bring in what you have</source>
        <translation>导入您现有的数据</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Files are imported here; nothing is scanned</source>
        <translation>此处用于导入文件，无需扫描</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Say what the file holds: its headings do not tell</source>
        <translation>请指定文件内容：从表头无法判断</translation>
    </message>
    <message>
        <source>Write lines as in 2-50,77</source>
        <translation>请按 2-50,77 的格式填写行号</translation>
    </message>
    <message>
        <source>Stopped. What was imported stands; import the file again to go on.</source>
        <translation>已停止。已导入的内容均已保留；再次导入该文件即可继续。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were left out</source>
        <translation>
            <numerusform>%n 行未导入</numerusform>
        </translation>
    </message>
    <message>
        <source>All rows are in</source>
        <translation>所有行均已导入</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Products, customers, suppliers, orders or stock: a CSV or a spreadsheet.</source>
        <translation>商品、顾客、供应商、订单或库存：CSV 或电子表格均可。</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>From spreadsheets</source>
        <translation>从表格文件导入</translation>
    </message>
</context>
</TS>
