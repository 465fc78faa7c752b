<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Detail</name>
    <message>
        <source>%1 weeks sold (last %3), %2 weeks expected (next %4)</source>
        <translation>已售 %1 周（上周 %3），预计 %2 周（下周 %4）</translation>
    </message>
</context>
<context>
    <name>DraftsPage</name>
    <message>
        <source>Orders to suppliers</source>
        <translation>采购订单</translation>
    </message>
    <message>
        <source>Lines of the order</source>
        <translation>订单明细</translation>
    </message>
    <message>
        <source>No order waits to be sent</source>
        <translation>没有等待发送的订单</translation>
    </message>
    <message>
        <source>Proposals that you accept become drafts here.</source>
        <translation>您接受的补货建议会在这里成为草稿。</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Proposals</source>
        <translation>补货建议</translation>
    </message>
    <message>
        <source>No forecast was made yet</source>
        <translation>还没有做过预测</translation>
    </message>
    <message>
        <source>It looks at a year of sales and proposes what to buy.</source>
        <translation>系统会查看一年的销售并建议采购内容。</translation>
    </message>
    <message>
        <source>Forecast now</source>
        <translation>立即预测</translation>
    </message>
    <message>
        <source>Nothing needs to be ordered</source>
        <translation>目前无需订购</translation>
    </message>
    <message>
        <source>What is here and on its way lasts until the next order.</source>
        <translation>现有和在途的商品够用到下次订货。</translation>
    </message>
    <message>
        <source>Forecast again</source>
        <translation>重新预测</translation>
    </message>
    <message numerus="yes">
        <source>Planned %1 for %2: %n item(s)</source>
        <translation>
            <numerusform>%1 计划，基准日 %2：%n 种商品</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a supplier</source>
        <translation>
            <numerusform>%n 种没有供应商</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n oddity(ies) in the sales</source>
        <translation>
            <numerusform>销售中有 %n 处异常</numerusform>
        </translation>
    </message>
</context>
</TS>
