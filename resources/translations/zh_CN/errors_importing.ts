<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>The file {file} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} cannot be opened: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} has {size} MiB; at most {limit} MiB are read. Split it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} was not opened: it would unpack to far more than its size ({why}). If it is yours, save it again as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet in {file} spans {cells} cells or more; at most {limit} are read. Save it as CSV, which has no such limit, or delete the unused rows and columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} of {file} has {columns} columns; at most {limit} are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} of {file} holds a cell of more than {limit} characters. Is a quotation mark missing there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} was not opened: one text in it has more than {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoding of {file} cannot be told (perhaps {suggestion}). Choose it, or save the file as “CSV UTF-8”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After line {line}, {file} is not {encoding}. Choose another encoding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} is neither a spreadsheet nor a table of text ({why}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} has no sheet “{sheet}”. It has: {sheets}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} is protected by a password. Save it without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet in {file} holds {count} formulas, the first in {first}. Paste the values instead, or allow the last computed values to be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} was not opened: it contains a construct used for attacks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} is damaged ({why}). Get it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} was given up: reading it needs more than {limit} MiB of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} was given up: reading it took longer than {limit} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} made its reader stop ({exit}). Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
