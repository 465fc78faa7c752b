<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Report</name>
    <message>
        <source>Change money brought</source>
        <translation>补充零钱</translation>
    </message>
    <message>
        <source>Paid in</source>
        <translation>现金存入</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>现金支出</translation>
    </message>
    <message>
        <source>To the safe</source>
        <translation>存入保险柜</translation>
    </message>
    <message>
        <source>To the bank</source>
        <translation>存入银行</translation>
    </message>
    <message>
        <source>X REPORT</source>
        <translation>X 报表</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>开班</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>不含税</translation>
    </message>
    <message>
        <source>Rounded to coins</source>
        <translation>抹零</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>备用金</translation>
    </message>
    <message>
        <source>Drawer opened without a sale</source>
        <translation>非销售开钱箱</translation>
    </message>
    <message>
        <source>Z REPORT</source>
        <translation>Z 报表</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>收银台</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税额</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>清点</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>(in the drawer)</source>
        <translation>（钱箱）</translation>
    </message>
    <message>
        <source>Lines removed</source>
        <translation>删除的行</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>reduced</source>
        <translation>低档</translation>
    </message>
    <message>
        <source>zero rate</source>
        <translation>零税率</translation>
    </message>
    <message>
        <source>exempt</source>
        <translation>免税</translation>
    </message>
</context>
</TS>
