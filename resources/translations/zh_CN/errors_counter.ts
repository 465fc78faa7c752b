<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>No shift is open at till {till}. Open one first; the cart is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Till {till} has an open shift from {date}. Close it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That shift of till {till} is closed. Nothing in it can be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The count “{value}” for {name} cannot be right. Count again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coins and notes add up to {counted}, but {declared} was declared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} cannot be put in or taken out. Enter an amount above zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cart is empty. Scan something first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quantity above zero is needed for {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{quantity} of {name} is more than {limit}. Was a code scanned as a quantity?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is sold by weight. Put it on the scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label of {name} says how much it is. Remove the line and scan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number {serial} of {name} is in the cart already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was good until {expires}. Put it aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{price} is not a price for {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {price} is too far from the price {list_price}. Change the price list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This discount cannot be given on {amount}. Enter a smaller one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is priced in another currency or tax mode than this till&apos;s prices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why. The reason is kept with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was paid already as {number}. Nothing was changed; print the receipt again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} by “{tender}” cannot be taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{missing} is still to be paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{over} too much: change is given from cash only. Enter a smaller amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} would give {change} change. Was a code scanned as an amount?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That looks like a card number and was not stored. Enter the slip&apos;s number instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{wanted} of {name} is too much: {left} of this receipt can still be refunded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is a refund itself. Scan the receipt of the sale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That shift was not found at this site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No receipt {number} is known at this site. Check the number, or scan it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This held sale was taken up or cancelled already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
