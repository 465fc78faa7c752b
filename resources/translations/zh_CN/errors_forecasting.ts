<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>The forecast could not be made.</source>
        <translation>无法完成预测。</translation>
    </message>
    <message>
        <source>The days from {first} to {last} cannot be used: give 7 to {most} days, in order.</source>
        <translation>{first} 至 {last} 的日期不可用：请按顺序给出 7 至 {most} 天。</translation>
    </message>
    <message>
        <source>The planning setting “{name}” cannot be {value}: it must be {rule}.</source>
        <translation>计划设置“{name}”不能为 {value}：必须 {rule}。</translation>
    </message>
    <message>
        <source>The forecast was cancelled. Nothing was changed.</source>
        <translation>预测已取消。未作任何更改。</translation>
    </message>
    <message>
        <source>The forecast stopped unexpectedly (exit status {status}). Nothing was changed; run it again, and if it stops again send the report.</source>
        <translation>预测意外停止（退出状态 {status}）。未作任何更改；请重新运行，若再次停止请发送报告。</translation>
    </message>
    <message>
        <source>The newest plan says nothing about this item. Run the forecast again.</source>
        <translation>最新计划中没有此商品。请重新运行预测。</translation>
    </message>
    <message>
        <source>This proposal has become an order already.</source>
        <translation>该建议已转为订单。</translation>
    </message>
</context>
</TS>
