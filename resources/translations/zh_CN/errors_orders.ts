<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>There is no order “{order}” at this site.</source>
        <translation>此地点没有订单“{order}”。</translation>
    </message>
    <message>
        <source>The order cannot be entered: {field} is {value}.</source>
        <translation>无法录入订单：{field} 为 {value}。</translation>
    </message>
    <message>
        <source>An order needs at least one line.</source>
        <translation>订单至少需要一行。</translation>
    </message>
    <message>
        <source>Order {order} is {status}: that cannot be done with it any more.</source>
        <translation>订单 {order} 的状态为{status}：不能再进行此操作。</translation>
    </message>
    <message>
        <source>Order {order} is a draft. Confirm it first.</source>
        <translation>订单 {order} 是草稿。请先确认。</translation>
    </message>
    <message>
        <source>Order {order} is on hold ({reason}). Release it first.</source>
        <translation>订单 {order} 已冻结（{reason}）。请先解除。</translation>
    </message>
    <message>
        <source>Order {order} is not on hold.</source>
        <translation>订单 {order} 未冻结。</translation>
    </message>
    <message>
        <source>Only {open} of this line are still open; {wanted} were to be cancelled.</source>
        <translation>此行只有 {open} 未完成；却要取消 {wanted}。</translation>
    </message>
    <message>
        <source>Only {expected} of this line are expected back; {wanted} were entered.</source>
        <translation>此行只应退回 {expected}；却录入了 {wanted}。</translation>
    </message>
    <message>
        <source>Order {order} still has open lines. Ship or cancel them first.</source>
        <translation>订单 {order} 仍有未完成的行。请先发货或取消。</translation>
    </message>
</context>
</TS>
