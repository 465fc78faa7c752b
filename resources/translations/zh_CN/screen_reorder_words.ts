<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Reorder</name>
    <message>
        <source>Well proven</source>
        <translation>验证充分</translation>
    </message>
    <message>
        <source>Fairly sure</source>
        <translation>较为可靠</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>不太确定</translation>
    </message>
    <message>
        <source>A guess</source>
        <translation>仅为估计</translation>
    </message>
    <message>
        <source>Buffer, so that %1 % of the time it lasts</source>
        <translation>安全库存，%1 % 的情况下够用</translation>
    </message>
    <message>
        <source>Until the order after this one</source>
        <translation>直到再下一次订货</translation>
    </message>
    <message>
        <source>Should be there</source>
        <translation>应有数量</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>现有库存</translation>
    </message>
    <message>
        <source>On order</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>Promised to customers</source>
        <translation>已承诺给客户</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>Up to the smallest order, %1</source>
        <translation>补足最小订货量 %1</translation>
    </message>
    <message>
        <source>Up to whole packs of %1</source>
        <translation>补足整箱，每箱 %1</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Changed by you</source>
        <translation>您的调整</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订购</translation>
    </message>
    <message>
        <source>%1 here</source>
        <translation>现有 %1</translation>
    </message>
    <message>
        <source>below the minimum of %1</source>
        <translation>低于起订金额 %1</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>已订购</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不订</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Sent %1</source>
        <translation>%1 发送</translation>
    </message>
</context>
</TS>
