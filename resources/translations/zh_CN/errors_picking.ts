<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>This pick list is not known at this site.</source>
        <translation>此地点没有该拣货单。</translation>
    </message>
    <message>
        <source>This pick task is not known at this site.</source>
        <translation>此地点没有该拣货任务。</translation>
    </message>
    <message>
        <source>Nothing of these orders is waiting to be picked. Allocate stock first.</source>
        <translation>这些订单没有待拣的商品。请先分配库存。</translation>
    </message>
    <message>
        <source>{user} has been picking this list for {minutes} min. Take another one.</source>
        <translation>{user} 已拣此单 {minutes} 分钟。请另取一单。</translation>
    </message>
    <message>
        <source>{user} has picked this line already. Go on to the next one.</source>
        <translation>{user} 已拣过此行。请继续下一行。</translation>
    </message>
    <message>
        <source>This line is not to be picked any more. Go on to the next one.</source>
        <translation>此行无需再拣。请继续下一行。</translation>
    </message>
    <message>
        <source>Only {open} are to be picked here; that would be {counted}.</source>
        <translation>此处只需拣 {open}；这样将为 {counted}。</translation>
    </message>
    <message>
        <source>Scan the location first: {location}.</source>
        <translation>请先扫描库位：{location}。</translation>
    </message>
    <message>
        <source>This is {scanned}. Go to {location}.</source>
        <translation>这是 {scanned}。请到 {location}。</translation>
    </message>
    <message>
        <source>This is {scanned}. Take {item}.</source>
        <translation>这是 {scanned}。请取 {item}。</translation>
    </message>
    <message>
        <source>This is lot {scanned}. Take lot {lot} of {item}.</source>
        <translation>这是批次 {scanned}。请取 {item} 的批次 {lot}。</translation>
    </message>
    <message>
        <source>Scan the lot of {item} too: {lot}.</source>
        <translation>还请扫描 {item} 的批次：{lot}。</translation>
    </message>
    <message>
        <source>Serial number {serial} of {item} is not in {location}.</source>
        <translation>{item} 的序列号 {serial} 不在 {location}。</translation>
    </message>
    <message>
        <source>Serial number {serial} has been scanned already.</source>
        <translation>序列号 {serial} 已扫描过。</translation>
    </message>
    <message>
        <source>This pick is not known at this site.</source>
        <translation>此地点没有该次拣货。</translation>
    </message>
    <message>
        <source>This pick has been undone already.</source>
        <translation>该次拣货已撤销。</translation>
    </message>
    <message>
        <source>These goods have been shipped. Cancel the shipment first.</source>
        <translation>这些货物已发出。请先取消发货。</translation>
    </message>
</context>
</TS>
