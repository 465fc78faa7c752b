<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>SellActs</name>
    <message>
        <source>How much of it?</source>
        <translation>数量是多少？</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Find goods</source>
        <translation>查找商品</translation>
    </message>
    <message>
        <source>A few letters of the name, or the code</source>
        <translation>名称中的几个字，或条码</translation>
    </message>
    <message>
        <source>Another price</source>
        <translation>改价</translation>
    </message>
    <message>
        <source>Discount on this line</source>
        <translation>本行折扣</translation>
    </message>
    <message>
        <source>Discount on the whole sale</source>
        <translation>整单折扣</translation>
    </message>
    <message>
        <source>Remove this line</source>
        <translation>删除本行</translation>
    </message>
    <message>
        <source>Give up the whole sale</source>
        <translation>作废整单</translation>
    </message>
    <message>
        <source>Take these goods back without a receipt</source>
        <translation>无小票退货</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>删除%1</translation>
    </message>
    <message>
        <source>Why remove %1?</source>
        <translation>为什么删除%1？</translation>
    </message>
    <message>
        <source>Give up this sale</source>
        <translation>作废本单</translation>
    </message>
    <message>
        <source>The sale was given up</source>
        <translation>本单已作废</translation>
    </message>
    <message>
        <source>Why give it up?</source>
        <translation>为什么作废？</translation>
    </message>
    <message>
        <source>Pay back %1 without a receipt</source>
        <translation>无小票退款 %1</translation>
    </message>
    <message>
        <source>Why do they come back?</source>
        <translation>退货原因是什么？</translation>
    </message>
    <message>
        <source>Held. F8 takes it up again.</source>
        <translation>已挂单，按 F8 取回。</translation>
    </message>
    <message>
        <source>Hold this sale</source>
        <translation>挂起本单</translation>
    </message>
    <message>
        <source>A word to know it by</source>
        <translation>便于辨认的备注</translation>
    </message>
    <message>
        <source>Any till of this shop can take it up again.</source>
        <translation>本店任何收银台都可取回。</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>挂单</translation>
    </message>
    <message>
        <source>No sale is held</source>
        <translation>没有挂单</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Held sales</source>
        <translation>挂单</translation>
    </message>
    <message>
        <source>Nobody&apos;s</source>
        <translation>不记顾客</translation>
    </message>
    <message>
        <source>Take the name off this sale</source>
        <translation>从本单去掉顾客</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Name, phone or e-mail</source>
        <translation>姓名、电话或邮箱</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>Number, or time</source>
        <translation>号码或时间</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
</context>
</TS>
