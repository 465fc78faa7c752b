<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>This code cannot be used: {code_text}. Scan it again or type the number.</source>
        <translation>无法使用此条码：{code_text}。请重新扫描或输入编号。</translation>
    </message>
    <message>
        <source>The check digit of {code_text} is wrong. Scan it again or type the number.</source>
        <translation>{code_text} 的校验位有误。请重新扫描或输入编号。</translation>
    </message>
    <message>
        <source>The code {code_text} is incomplete. Scan it again.</source>
        <translation>条码 {code_text} 不完整，请重新扫描。</translation>
    </message>
    <message>
        <source>The code {code_text} holds a date that does not exist. Enter the date by hand.</source>
        <translation>条码 {code_text} 含有不存在的日期。请手工输入日期。</translation>
    </message>
    <message>
        <source>The parts of the code {code_text} do not belong together. Scan the item&apos;s code.</source>
        <translation>条码 {code_text} 的各部分互不匹配。请扫描商品本身的条码。</translation>
    </message>
    <message>
        <source>This is a payment card, not a barcode. Its number was not kept.</source>
        <translation>这是支付卡而不是条码。卡号未被保存。</translation>
    </message>
    <message>
        <source>The template {template} cannot be used: write digits as they are, P for the item code, M for the amount, W for the weight, and C for the check digit at the end.</source>
        <translation>模板 {template} 无法使用：数字照写，P 表示商品代码，M 表示金额，W 表示重量，末尾的 C 表示校验位。</translation>
    </message>
    <message>
        <source>The tag {tag} cannot be used ({reason}).</source>
        <translation>标签 {tag} 无法使用（{reason}）。</translation>
    </message>
    <message>
        <source>The code {code_text} is longer than its kind allows. Scan it again or type the number.</source>
        <translation>条码 {code_text} 超出了该类型允许的长度。请重新扫描，或手工输入号码。</translation>
    </message>
    <message>
        <source>The code {code_text} holds characters that no barcode may hold. Scan another code of the item.</source>
        <translation>条码 {code_text} 含有条码中不允许的字符。请扫描该商品的其他条码。</translation>
    </message>
    <message>
        <source>Two parts of the code {code_text} contradict each other. Scan another code of the item.</source>
        <translation>条码 {code_text} 的两个部分互相矛盾。请扫描该商品的其他条码。</translation>
    </message>
    <message>
        <source>The code {code_text} holds a part that GS1 does not define. Scan another code of the item.</source>
        <translation>条码 {code_text} 含有 GS1 未定义的部分。请扫描该商品的其他条码。</translation>
    </message>
</context>
</TS>
