<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>{path} cannot be restored: {reason} Nothing was changed.</source>
        <translation>无法恢复 {path}：{reason} 未作任何更改。</translation>
    </message>
    <message>
        <source>Counterfoil is already open on this data (process {pid}). Nothing was changed. Close it there first, or use that window.</source>
        <translation>Counterfoil 已在使用此数据（进程 {pid}）。未作任何更改。请先关闭那个程序，或使用那个窗口。</translation>
    </message>
    <message>
        <source>There is Counterfoil data in {path} already; it was left as it is.</source>
        <translation>{path} 中已有 Counterfoil 数据，已原样保留。</translation>
    </message>
    <message>
        <source>This data was written by a newer version of Counterfoil (schema {found}, this program knows {known}). Nothing was changed. Install the newer version.</source>
        <translation>此数据由更新版本的 Counterfoil 写入（结构 {found}，本程序支持 {known}）。未作任何更改。请安装新版本。</translation>
    </message>
    <message>
        <source>The database is damaged: {detail}. It was not changed. Restore it from the newest backup; the till roll holds what came after.</source>
        <translation>数据库已损坏：{detail}。未作更改。请从最新备份恢复；其后的内容在流水记录中。</translation>
    </message>
    <message>
        <source>The key of this data is not in the key store of this PC ({store}). The data is safe but cannot be read here. Restore the key, or enrol this station again.</source>
        <translation>此电脑的密钥库（{store}）中没有此数据的密钥。数据是安全的，但无法在此读取。请恢复密钥，或重新注册此工作站。</translation>
    </message>
    <message>
        <source>The database cannot be opened with the key of this PC. The data was not changed. It may belong to another PC, or be damaged: restore the newest backup.</source>
        <translation>无法用此电脑的密钥打开数据库。数据未更改。它可能属于另一台电脑，或已损坏：请恢复最新备份。</translation>
    </message>
    <message>
        <source>The database library is SQLite {found}, which can lose sales; at least 3.51.3 is needed. Install Counterfoil again.</source>
        <translation>数据库程序库为 SQLite {found}，可能丢失销售记录；至少需要 3.51.3。请重新安装 Counterfoil。</translation>
    </message>
    <message>
        <source>The database is busy with another task. Nothing was saved of this step; wait a moment and try again.</source>
        <translation>数据库正忙于其他任务。此步骤未保存；请稍候再试。</translation>
    </message>
    <message>
        <source>The disk of this PC is full. Nothing was saved of this step; everything before is safe. Free some space and try again.</source>
        <translation>此电脑的磁盘已满。此步骤未保存；之前的内容都是安全的。请释放空间后再试。</translation>
    </message>
    <message>
        <source>“{table}” belongs to {owner}: a change must be requested there.</source>
        <translation>“{table}”归 {owner} 所有：须向其申请更改。</translation>
    </message>
    <message>
        <source>One step cannot write for site {first} and for site {second} at once.</source>
        <translation>一个步骤不能同时写入地点 {first} 和地点 {second}。</translation>
    </message>
    <message>
        <source>This entry of “{table}” does not exist here (any more).</source>
        <translation>“{table}”的此条目在此处（已）不存在。</translation>
    </message>
    <message>
        <source>Say for which site this is: this replica serves all of them.</source>
        <translation>请说明属于哪个地点：此副本服务于所有地点。</translation>
    </message>
    <message>
        <source>Changes from another station do not fit its history ({detail}). Nothing was taken.</source>
        <translation>来自另一工作站的更改与其历史不符（{detail}）。未接收任何内容。</translation>
    </message>
    <message>
        <source>There is no Counterfoil data in {path}. Name the folder where it is; or make a company there (counterfoil init), or enrol this PC at a hub (counterfoil enrol).</source>
        <translation>{path} 中没有 Counterfoil 数据。请指定数据所在的文件夹；或在此新建公司（counterfoil init），或将本机注册到中心（counterfoil enrol）。</translation>
    </message>
    <message>
        <source>The database did not accept the safety setting {name} (it says {found}). Nothing was changed. Restart the PC; if this stays, ask IT.</source>
        <translation>数据库未接受安全设置 {name}（返回 {found}）。没有任何更改。请重启电脑；若仍如此，请联系 IT。</translation>
    </message>
    <message>
        <source>Counterfoil may not write to {path}. Nothing was changed. Ask IT for the right to write there, or name another folder.</source>
        <translation>Counterfoil 无权写入 {path}。没有任何更改。请联系 IT 取得写入权限，或指定其他文件夹。</translation>
    </message>
    <message>
        <source>{path} is on another computer. A network can lose sales, so the data must be on a disk of this PC; backups may go there. Nothing was changed.</source>
        <translation>{path} 位于另一台计算机上。网络可能导致销售数据丢失，因此数据必须放在本机磁盘上；备份可以放在那里。没有任何更改。</translation>
    </message>
    <message>
        <source>The database server cannot be reached ({detail}). What was saved is safe. Start it, or check its address, then try again.</source>
        <translation>无法连接数据库服务器（{detail}）。已保存的数据是安全的。请启动服务器或检查其地址，然后重试。</translation>
    </message>
    <message>
        <source>A number of this step is far too large. Nothing was saved; enter it again. Was a code scanned as a number?</source>
        <translation>此步骤中的一个数字过大。没有保存任何内容；请重新输入。是否把条码扫成了数字？</translation>
    </message>
    <message>
        <source>A text of this step holds characters that cannot be kept. Nothing was saved; type it again.</source>
        <translation>此步骤中的一段文字含有无法保存的字符。没有保存任何内容；请重新输入。</translation>
    </message>
</context>
</TS>
