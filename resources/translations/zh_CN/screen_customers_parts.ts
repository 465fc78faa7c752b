<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>HintCard</name>
    <message>
        <source>same phone</source>
        <translation>电话相同</translation>
    </message>
    <message>
        <source>same e-mail</source>
        <translation>邮箱相同</translation>
    </message>
    <message>
        <source>similar name</source>
        <translation>姓名相近</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) like this</source>
        <translation>
            <numerusform>%n 位相似顾客</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
</context>
<context>
    <name>MergeSheet</name>
    <message>
        <source>Make one customer of two</source>
        <translation>将两位顾客合并为一位</translation>
    </message>
    <message>
        <source>The one that you keep fills its gaps from the other. Purchases of both stay.</source>
        <translation>保留的资料会用另一份补全，双方的购买记录都会保留。</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>当前显示</translation>
    </message>
    <message>
        <source>Looks alike</source>
        <translation>相似顾客</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>保留此份</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ProfileForm</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>Language of receipts</source>
        <translation>小票语言</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>营销信息</translation>
    </message>
    <message>
        <source>May receive offers from us</source>
        <translation>同意接收优惠信息</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Given on %1</source>
        <translation>于 %1 同意</translation>
    </message>
</context>
<context>
    <name>PurchasesPage</name>
    <message>
        <source>Purchases</source>
        <translation>购买记录</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>累计消费</translation>
    </message>
    <message>
        <source>Nothing bought here yet</source>
        <translation>还没有购买记录</translation>
    </message>
    <message>
        <source>Purchases appear as soon as a sale names this customer.</source>
        <translation>销售时选择此顾客，记录就会出现在这里。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
</context>
</TS>
