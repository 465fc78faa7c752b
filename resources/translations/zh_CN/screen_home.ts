<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>HomeScreen</name>
    <message>
        <source>Warehouse</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>收银台</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>办公室</translation>
    </message>
    <message>
        <source>Scan anything to look it up</source>
        <translation>扫描任意条码即可查询</translation>
    </message>
    <message>
        <source>There is nothing for you to do here</source>
        <translation>这里没有您可以办理的事项</translation>
    </message>
    <message>
        <source>Your roles give you no rights at this company. Ask a manager.</source>
        <translation>您的角色在本公司没有任何权限，请联系经理。</translation>
    </message>
    <message>
        <source>Good morning, %1</source>
        <translation>早上好，%1</translation>
    </message>
    <message>
        <source>Good afternoon, %1</source>
        <translation>下午好，%1</translation>
    </message>
    <message>
        <source>Good evening, %1</source>
        <translation>晚上好，%1</translation>
    </message>
    <message>
        <source>No shift is open at this till</source>
        <translation>此收银台尚未开班</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>未开班</translation>
    </message>
    <message>
        <source>Open since %1</source>
        <translation>%1 开班</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) expected</source>
        <translation>
            <numerusform>%n 张订单待到货</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) to put away</source>
        <translation>
            <numerusform>%n 项待上架</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) to allocate</source>
        <translation>
            <numerusform>%n 张订单待分配</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) to pick</source>
        <translation>
            <numerusform>%n 张订单待拣货</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s) on hold</source>
        <translation>
            <numerusform>%n 笔挂单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) to count</source>
        <translation>
            <numerusform>%n 个库位待盘点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to decide</source>
        <translation>
            <numerusform>%n 项待裁定</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not sent yet</source>
        <translation>
            <numerusform>%n 项更改尚未上传</numerusform>
        </translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>营业中</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
</context>
</TS>
