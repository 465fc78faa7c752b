<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>The hub at {hub} cannot be reached. Work goes on here; everything is kept and sent when the connection is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something answers at {hub}, but it is not the hub (perhaps the log-in page of this network). Nothing was sent to it. Log in to the network, or ask who looks after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub at {hub} could not finish ({status}). Nothing is lost; it is tried again. If this stays, look into the hub&apos;s log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of this PC differs from the hub&apos;s by {minutes} minutes. Set date and time (and the time zone) of this PC; nothing is lost meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answers at {hub} cannot prove that it is your hub. Nothing was sent to it. Something on the way reads along, or the hub was set up anew: ask who looks after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub&apos;s certificate does not name {hub}. Nothing was sent. Start the hub with this name, or use the name that it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of the hub at {hub} is out of date. Nothing was sent. Restart the hub: it renews its certificate when it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub refused this request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub does not know this station. Everything stays here; enrol the station again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The centre has withdrawn this station. Everything stays here; ask the centre, who can enrol it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version of Counterfoil is too old for the hub. Everything stays here; install the newer version, then it is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub is older than this version of Counterfoil. Everything stays here; update the hub, then it is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub saw a request that is not fresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub does not recognise this station&apos;s signature; enrol the station again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub could not read the request ({detail}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request is larger than the hub takes ({limit} bytes).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This hub does not offer “{verb}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub is busy; it is tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an enrolment code: a character is wrong or missing. Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub does not accept this code ({left} tries left). Ask for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This code has expired: it is good for ten minutes. Ask for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This code has been used. Ask for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answers at {hub} is not the hub that gave out this code. Nothing was sent to it. Check the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site {site} has a station {number} already. Take another number, or say that the new PC replaces it: the old one is then withdrawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no site {site}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This data belongs to a station, not to the centre: it cannot be a hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This station is not enrolled at a hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This has been decided already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This entry cannot be decided in this way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A delivery of changes was not taken ({detail}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A delivery of changes was damaged and not taken ({detail}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A delivery of changes was altered on the way and not taken ({detail}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A delivery of changes came from a station that may not send it ({detail}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
