<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>{path} holds other files; nothing in it was touched. Name an empty folder for the demo.</source>
        <translation>{path} 中有其他文件；没有改动任何内容。请为演示指定一个空文件夹。</translation>
    </message>
    <message>
        <source>{name} could not be started. What it said is in {path}.</source>
        <translation>无法启动 {name}。其输出保存在 {path}。</translation>
    </message>
    <message>
        <source>{station}: {step} did not come about. The window says: {said}</source>
        <translation>{station}：{step} 未能完成。窗口显示：{said}</translation>
    </message>
    <message>
        <source>Say how much of {item} came.</source>
        <translation>请输入{item}到货的数量。</translation>
    </message>
    <message>
        <source>The forecast could not be started ({reason}). The plan before is still there.</source>
        <translation>预测无法启动（{reason}）。之前的计划仍然保留。</translation>
    </message>
    <message>
        <source>{words}</source>
        <translation>{words}</translation>
    </message>
    <message>
        <source>The computer refused this: {reason}. What was saved before is safe. Check the name or address that was given, or ask IT.</source>
        <translation>计算机拒绝了此操作：{reason}。之前保存的数据是安全的。请检查所给的名称或地址，或联系 IT。</translation>
    </message>
    <message>
        <source>The import could not be started ({reason}). Nothing was changed.</source>
        <translation>无法启动导入（{reason}）。未作任何更改。</translation>
    </message>
    <message>
        <source>The import ended unexpectedly (exit status {status}). What it imported before stands; import the same file again to go on.</source>
        <translation>导入意外中断（退出状态 {status}）。此前已导入的内容均已保留；再次导入同一文件即可继续。</translation>
    </message>
    <message>
        <source>Several products have this code. Choose one.</source>
        <translation>有多个商品使用此条码。请选择一个。</translation>
    </message>
</context>
</TS>
