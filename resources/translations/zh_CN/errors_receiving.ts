<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>There is no receipt “{receipt}” at this site.</source>
        <translation>此地点没有收货单“{receipt}”。</translation>
    </message>
    <message>
        <source>Receipt {receipt} is {status}: nothing can be scanned to it or undone in it.</source>
        <translation>收货单 {receipt} 的状态为{status}：不能再扫描或撤销。</translation>
    </message>
    <message>
        <source>Nothing of receipt {receipt} stands any more: there is nothing to roll back.</source>
        <translation>收货单 {receipt} 已没有有效内容：无可回退。</translation>
    </message>
    <message>
        <source>{item} is not on order {order}. Put it aside, or receive it blind.</source>
        <translation>{item} 不在采购单 {order} 上。请放到一边，或作无单收货。</translation>
    </message>
    <message>
        <source>{ordered} of {item} were ordered and {most} at most are accepted; with these it would be {total}. Ask a supervisor, or take only {room}.</source>
        <translation>{item} 订购 {ordered}，最多接收 {most}；加上这些将为 {total}。请主管协助，或只收 {room}。</translation>
    </message>
    <message>
        <source>A quantity of {item} above zero is needed.</source>
        <translation>{item} 的数量必须大于零。</translation>
    </message>
    <message>
        <source>Say why {item} is rejected: damaged, wrong or expired.</source>
        <translation>请说明拒收 {item} 的原因：损坏、错货或过期。</translation>
    </message>
    <message>
        <source>{item} is tracked by lot: scan or enter the lot number.</source>
        <translation>{item} 按批次管理：请扫描或输入批号。</translation>
    </message>
    <message>
        <source>“{value}” is not a date. Write it as year-month-day.</source>
        <translation>“{value}”不是日期。请按 年-月-日 填写。</translation>
    </message>
    <message>
        <source>{wanted} of {item} would have to go back, but only {available} are still in {location}. Move them back there first.</source>
        <translation>需退回 {item} {wanted}，但 {location} 中只剩 {available}。请先移回该处。</translation>
    </message>
    <message>
        <source>That scan of receipt {receipt} does not stand any more.</source>
        <translation>收货单 {receipt} 的该次扫描已无效。</translation>
    </message>
    <message>
        <source>This is {scanned}; the goods go to {expected}. Scan {expected}, or change the bin.</source>
        <translation>这是 {scanned}；货物应放到 {expected}。请扫描 {expected}，或更换库位。</translation>
    </message>
    <message>
        <source>{location} has room for {free}, not for {wanted}. Choose another bin.</source>
        <translation>{location} 只能再放 {free}，放不下 {wanted}。请选择其他库位。</translation>
    </message>
    <message>
        <source>These labels are not waiting to be printed.</source>
        <translation>这些标签并非等待打印。</translation>
    </message>
    <message>
        <source>Ask for one label at least.</source>
        <translation>请至少要求一张标签。</translation>
    </message>
    <message>
        <source>{ordered} of {item} were ordered and {came} have come: no more are accepted. Put these aside, or ask a supervisor.</source>
        <translation>{item} 订购 {ordered}，已到 {came}：不再接收。请将多出的放到一边，或请主管协助。</translation>
    </message>
</context>
</TS>
