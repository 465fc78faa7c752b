<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Open drawer</source>
        <translation>打开钱箱</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>缺货</translation>
    </message>
    <message>
        <source>Full bin</source>
        <translation>库位已满</translation>
    </message>
    <message>
        <source>Mute sounds</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Print command barcodes</source>
        <translation>打印命令条码</translation>
    </message>
    <message>
        <source>Scan a barcode instead of pressing the key.</source>
        <translation>扫描条码即可，无需按键。</translation>
    </message>
    <message>
        <source>Command barcodes</source>
        <translation>命令条码</translation>
    </message>
    <message>
        <source>The barcodes are in %1</source>
        <translation>条码已保存到 %1</translation>
    </message>
</context>
<context>
    <name>Approval</name>
    <message>
        <source>Price match</source>
        <translation>同价匹配</translation>
    </message>
    <message>
        <source>Damaged goods</source>
        <translation>商品损坏</translation>
    </message>
    <message>
        <source>Customer&apos;s wish</source>
        <translation>顾客要求</translation>
    </message>
    <message>
        <source>Correction of a mistake</source>
        <translation>更正错误</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>More was delivered, and accepted</source>
        <translation>到货多于订购，同意接收</translation>
    </message>
    <message>
        <source>Agreed with the supplier</source>
        <translation>已与供应商商定</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Scan the same code again to confirm</source>
        <translation>再次扫描同一条码即可确认</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>a draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>waiting for stock</source>
        <translation>待货</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>allocated</source>
        <translation>已分配</translation>
    </message>
    <message>
        <source>partly shipped</source>
        <translation>部分发货</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>已发货</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>partly received</source>
        <translation>部分收货</translation>
    </message>
    <message>
        <source>received</source>
        <translation>已收货</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>检查中</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>good</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>in quarantine</source>
        <translation>隔离中</translation>
    </message>
    <message>
        <source>recalled</source>
        <translation>已召回</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>being connected</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>without an answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>已断开</translation>
    </message>
    <message>
        <source>tried again in a moment</source>
        <translation>稍后重试</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>in use by another program</source>
        <translation>被另一程序占用</translation>
    </message>
    <message>
        <source>set up wrongly</source>
        <translation>设置有误</translation>
    </message>
    <message>
        <source>Edit products and barcodes</source>
        <translation>编辑商品和条码</translation>
    </message>
    <message>
        <source>Change prices</source>
        <translation>更改价格</translation>
    </message>
    <message>
        <source>Move goods between locations</source>
        <translation>在库位之间移动货物</translation>
    </message>
    <message>
        <source>Correct stock</source>
        <translation>调整库存</translation>
    </message>
    <message>
        <source>Hold, release or recall lots</source>
        <translation>冻结、放行或召回批次</translation>
    </message>
    <message>
        <source>Order from suppliers</source>
        <translation>向供应商订货</translation>
    </message>
    <message>
        <source>Receive goods</source>
        <translation>收货</translation>
    </message>
    <message>
        <source>Receive more than the tolerance allows</source>
        <translation>超出允许量收货</translation>
    </message>
    <message>
        <source>Receive goods without an order</source>
        <translation>无采购单收货</translation>
    </message>
    <message>
        <source>Enter customer orders</source>
        <translation>录入客户订单</translation>
    </message>
    <message>
        <source>Cancel customer orders</source>
        <translation>取消客户订单</translation>
    </message>
    <message>
        <source>Hold and release customer orders</source>
        <translation>暂停和恢复客户订单</translation>
    </message>
    <message>
        <source>Allocate stock to orders</source>
        <translation>为订单分配库存</translation>
    </message>
    <message>
        <source>Pick orders</source>
        <translation>拣货</translation>
    </message>
    <message>
        <source>Report short picks</source>
        <translation>报告缺货</translation>
    </message>
    <message>
        <source>Ship orders</source>
        <translation>发货</translation>
    </message>
    <message>
        <source>Sell at the counter</source>
        <translation>柜台销售</translation>
    </message>
    <message>
        <source>Override a price</source>
        <translation>改价</translation>
    </message>
    <message>
        <source>Give a discount</source>
        <translation>打折</translation>
    </message>
    <message>
        <source>Sell below cost</source>
        <translation>低于成本销售</translation>
    </message>
    <message>
        <source>Refund with a receipt</source>
        <translation>凭收据退款</translation>
    </message>
    <message>
        <source>Refund without a receipt</source>
        <translation>无收据退款</translation>
    </message>
    <message>
        <source>Open a shift</source>
        <translation>开班</translation>
    </message>
    <message>
        <source>Close a shift</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Print an X report</source>
        <translation>打印 X 报表</translation>
    </message>
    <message>
        <source>Put cash in or take it out</source>
        <translation>存入或取出现金</translation>
    </message>
    <message>
        <source>Void a line before payment</source>
        <translation>付款前作废一行</translation>
    </message>
    <message>
        <source>See customers</source>
        <translation>查看顾客</translation>
    </message>
    <message>
        <source>Edit customers</source>
        <translation>编辑顾客</translation>
    </message>
    <message>
        <source>Manage users and roles</source>
        <translation>管理用户和角色</translation>
    </message>
    <message>
        <source>Unlock a user after wrong PINs</source>
        <translation>解锁输错 PIN 的用户</translation>
    </message>
    <message>
        <source>Manage synchronisation</source>
        <translation>管理同步</translation>
    </message>
    <message>
        <source>Decide conflicts</source>
        <translation>裁定冲突</translation>
    </message>
    <message>
        <source>Ask the centre for a change</source>
        <translation>向总部申请更改</translation>
    </message>
    <message>
        <source>Decide what others ask to be changed</source>
        <translation>审批他人的更改申请</translation>
    </message>
    <message>
        <source>Set up devices</source>
        <translation>设置设备</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Compute reorder proposals</source>
        <translation>计算补货建议</translation>
    </message>
    <message>
        <source>Accept reorder proposals</source>
        <translation>采纳补货建议</translation>
    </message>
    <message>
        <source>Back up and restore</source>
        <translation>备份和恢复</translation>
    </message>
    <message>
        <source>the load moves</source>
        <translation>货物在晃动</translation>
    </message>
    <message>
        <source>too much is on it</source>
        <translation>超出量程</translation>
    </message>
    <message>
        <source>too little is on it</source>
        <translation>低于量程</translation>
    </message>
    <message>
        <source>it shows less than nothing</source>
        <translation>读数低于零</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>it gave no weight</source>
        <translation>没有给出重量</translation>
    </message>
    <message>
        <source>its parts do not fit together</source>
        <translation>各部分不相符</translation>
    </message>
    <message>
        <source>a number in it is out of range</source>
        <translation>其中的数字超出范围</translation>
    </message>
    <message>
        <source>it uses bits that must stay empty</source>
        <translation>占用了保留位</translation>
    </message>
    <message>
        <source>the check digit is wrong</source>
        <translation>校验位错误</translation>
    </message>
    <message>
        <source>the serial number is no number</source>
        <translation>序列号不是数字</translation>
    </message>
    <message>
        <source>the serial number begins with 0</source>
        <translation>序列号以 0 开头</translation>
    </message>
    <message>
        <source>the serial number is too large</source>
        <translation>序列号过大</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>内容为空</translation>
    </message>
    <message>
        <source>nothing is written on it</source>
        <translation>标签未写入</translation>
    </message>
    <message>
        <source>it is no tag of the GS1 standard</source>
        <translation>不是 GS1 标准的标签</translation>
    </message>
    <message>
        <source>it is too short</source>
        <translation>太短</translation>
    </message>
    <message>
        <source>its filter value is wrong</source>
        <translation>过滤值错误</translation>
    </message>
    <message>
        <source>its company prefix is wrong</source>
        <translation>厂商前缀错误</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>less than a minute</source>
        <translation>不到 1 分钟</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Every act also has a barcode: print the sheet and scan it.</source>
        <translation>每个操作都有条码：打印后扫描即可。</translation>
    </message>
    <message>
        <source>Print command barcodes</source>
        <translation>打印命令条码</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>KeyPad</name>
    <message>
        <source>Number pad</source>
        <translation>数字键盘</translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation>删除最后一位</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>NumberDialog</name>
    <message>
        <source>Accept</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Type a number</source>
        <translation>请输入数字</translation>
    </message>
</context>
<context>
    <name>PaletteSheet</name>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Type a few letters</source>
        <translation>输入几个字</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>找到的命令</translation>
    </message>
</context>
<context>
    <name>PickDialog</name>
    <message>
        <source>Type a part of the name</source>
        <translation>输入名称的一部分</translation>
    </message>
    <message>
        <source>Nothing fits what you typed</source>
        <translation>没有符合的内容</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>Supervisor approval</source>
        <translation>主管授权</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Type the PIN or scan the badge</source>
        <translation>输入 PIN 码或扫描工牌</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>授权</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) typed</source>
        <translation>
            <numerusform>已输入 %n 位</numerusform>
        </translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>Badge read. Type the PIN</source>
        <translation>已读取工牌。请输入 PIN 码</translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>Resume</name>
    <message>
        <source>Taken up where it was interrupted</source>
        <translation>已恢复到中断之处</translation>
    </message>
</context>
<context>
    <name>Screen</name>
    <message>
        <source>Nothing to scan on this screen</source>
        <translation>此页面无需扫描</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>You are not allowed to open %1</source>
        <translation>您无权打开“%1”</translation>
    </message>
    <message>
        <source>That command does nothing here</source>
        <translation>此处不能使用该命令</translation>
    </message>
    <message>
        <source>Same code again: counted once</source>
        <translation>重复扫描同一条码：只计一次</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Sounds are off</source>
        <translation>声音已关闭</translation>
    </message>
    <message>
        <source>Sounds are on</source>
        <translation>声音已开启</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message numerus="yes">
        <source>%n to decide</source>
        <comment>conflicts</comment>
        <translation>
            <numerusform>%n 项待处理</numerusform>
        </translation>
    </message>
    <message>
        <source>Backup %1 ago</source>
        <translation>%1前已备份</translation>
    </message>
    <message>
        <source>ddd d MMM  HH:mm</source>
        <comment>date format</comment>
        <translation>M月d日 ddd  HH:mm</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) safe here, not sent</source>
        <translation>
            <numerusform>%n 项更改已存本机，尚未上传</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline %1</source>
        <translation>已离线 %1</translation>
    </message>
    <message>
        <source>Everything is sent</source>
        <translation>已全部上传</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>device: state</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>第 %1 步，共 %2 步：%3</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>Accept</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Type it, or scan it</source>
        <translation>请输入或扫描</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Something unexpected happened. Your saved work is safe. Tell support this number: {log_id}</source>
        <translation>发生了意外情况。已保存的内容是安全的。请把此编号告诉技术支持：{log_id}</translation>
    </message>
</context>
</TS>
