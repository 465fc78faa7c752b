<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>The name and the PIN do not match. Try again, or ask a supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong tries. Wait {seconds} seconds, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name is locked after too many wrong tries. A supervisor must unlock it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The badge alone is not enough here. Enter your PIN as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PIN has digits only, at most {longest}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PIN needs at least {minimum} digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PIN is too easy to guess. Avoid repeated digits and rows such as 123456.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shortest PIN can be set to {least} to {most} digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-on name “{login}” is taken. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This badge belongs to {name}. Take it from there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not a badge. Hold the badge to the reader again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no right “{permission}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody would be left who can manage users. Give someone else that right first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why. The reason is kept with the approval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This role was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{actor} cannot approve their own step. Ask another supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This approval was used already. Ask a supervisor again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This approval is too old. Ask a supervisor again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The approval was given for something else. Ask a supervisor to approve this step.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
