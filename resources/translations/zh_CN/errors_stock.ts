<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>There is no location “{location}” at this site.</source>
        <translation>此地点没有库位“{location}”。</translation>
    </message>
    <message>
        <source>Only {available} of {item} are free in {location}; {wanted} were asked for.</source>
        <translation>{location} 中 {item} 只有 {available} 可用；需要 {wanted}。</translation>
    </message>
    <message>
        <source>A quantity above zero is needed.</source>
        <translation>数量必须大于零。</translation>
    </message>
    <message>
        <source>Lot {lot} of {item} may not go out: it is {status}. Put it aside.</source>
        <translation>{item} 的批次 {lot} 不能出库：状态为{status}。请放到一边。</translation>
    </message>
    <message>
        <source>Lot {lot} of {item} was good until {expires}. Put it aside.</source>
        <translation>{item} 的批次 {lot} 保质期至 {expires}，已过期。请放到一边。</translation>
    </message>
    <message>
        <source>Lot {lot} of {item} has been recalled. Do not sell it; put it aside.</source>
        <translation>{item} 的批次 {lot} 已被召回。请勿出售，放到一边。</translation>
    </message>
    <message>
        <source>Serial number {serial} of {item} is in stock already.</source>
        <translation>{item} 的序列号 {serial} 已在库存中。</translation>
    </message>
    <message>
        <source>{item} needs the serial number of each piece.</source>
        <translation>{item} 的每一件都需要序列号。</translation>
    </message>
    <message>
        <source>Location {location} does not hold stock of ours. Scan another one.</source>
        <translation>库位 {location} 不存放本公司库存。请扫描其他库位。</translation>
    </message>
    <message>
        <source>{quantity} is more than any place holds. Nothing was changed. Was a code scanned as a quantity?</source>
        <translation>{quantity} 超过任何库位的容量。没有任何更改。是否把条码扫成了数量？</translation>
    </message>
    <message>
        <source>Of this promise of stock only {left} are left. Look at the order again.</source>
        <translation>此库存预留只剩 {left}。请重新查看订单。</translation>
    </message>
</context>
</TS>
