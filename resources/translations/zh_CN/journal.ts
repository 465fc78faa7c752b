<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Commands</name>
    <message>
        <source>accept proposals</source>
        <translation>采纳补货建议</translation>
    </message>
    <message>
        <source>apply request</source>
        <translation>执行请求</translation>
    </message>
    <message>
        <source>archive customer</source>
        <translation>归档顾客</translation>
    </message>
    <message>
        <source>close receipt</source>
        <translation>完成收货单</translation>
    </message>
    <message>
        <source>close shift</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>decide request</source>
        <translation>裁定请求</translation>
    </message>
    <message>
        <source>edit customer</source>
        <translation>修改顾客</translation>
    </message>
    <message>
        <source>enrol station</source>
        <translation>登记工作站</translation>
    </message>
    <message>
        <source>enter customer</source>
        <translation>新建顾客</translation>
    </message>
    <message>
        <source>enter customers</source>
        <translation>录入顾客</translation>
    </message>
    <message>
        <source>enter open orders</source>
        <translation>录入未结订单</translation>
    </message>
    <message>
        <source>enter suppliers</source>
        <translation>录入供应商</translation>
    </message>
    <message>
        <source>found company</source>
        <translation>创建公司</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>挂单</translation>
    </message>
    <message>
        <source>introduce the hub</source>
        <translation>登记中心</translation>
    </message>
    <message>
        <source>keep forecast</source>
        <translation>保存预测</translation>
    </message>
    <message>
        <source>keep the cart</source>
        <translation>保存购物车</translation>
    </message>
    <message>
        <source>labels printed</source>
        <translation>标签已打印</translation>
    </message>
    <message>
        <source>merge customers</source>
        <translation>合并顾客</translation>
    </message>
    <message>
        <source>move cash</source>
        <translation>现金存取</translation>
    </message>
    <message>
        <source>note import</source>
        <translation>登记导入</translation>
    </message>
    <message>
        <source>open blind receipt</source>
        <translation>新建无单收货</translation>
    </message>
    <message>
        <source>open receipt</source>
        <translation>新建收货单</translation>
    </message>
    <message>
        <source>open shift</source>
        <translation>开班</translation>
    </message>
    <message>
        <source>open the drawer</source>
        <translation>打开钱箱</translation>
    </message>
    <message>
        <source>plug in devices</source>
        <translation>连接设备</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>上架</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>取单</translation>
    </message>
    <message>
        <source>receive goods</source>
        <translation>收货</translation>
    </message>
    <message>
        <source>refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>refund without receipt</source>
        <translation>无小票退款</translation>
    </message>
    <message>
        <source>request labels</source>
        <translation>申请标签</translation>
    </message>
    <message>
        <source>restore customer</source>
        <translation>恢复顾客</translation>
    </message>
    <message>
        <source>sell</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>set up bins</source>
        <translation>设置库位</translation>
    </message>
    <message>
        <source>set up catalogue</source>
        <translation>设置商品目录</translation>
    </message>
    <message>
        <source>set up places</source>
        <translation>设置场所</translation>
    </message>
    <message>
        <source>sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>sign in by badge</source>
        <translation>工牌登录</translation>
    </message>
    <message>
        <source>take over history</source>
        <translation>接收历史数据</translation>
    </message>
    <message>
        <source>undo putaway</source>
        <translation>撤销上架</translation>
    </message>
    <message>
        <source>undo receive</source>
        <translation>撤销收货</translation>
    </message>
    <message>
        <source>unlock user</source>
        <translation>解锁人员</translation>
    </message>
    <message>
        <source>void a line</source>
        <translation>作废一行</translation>
    </message>
    <message>
        <source>void the sale</source>
        <translation>作废销售</translation>
    </message>
    <message>
        <source>web order</source>
        <translation>网店订单</translation>
    </message>
    <message>
        <source>x report</source>
        <translation>X 报表</translation>
    </message>
    <message>
        <source>discard order</source>
        <translation>放弃订单</translation>
    </message>
    <message>
        <source>send order</source>
        <translation>发送订单</translation>
    </message>
    <message>
        <source>remove device</source>
        <translation>移除设备</translation>
    </message>
    <message>
        <source>set up device</source>
        <translation>设置设备</translation>
    </message>
    <message>
        <source>allocate order</source>
        <translation>分配订单</translation>
    </message>
    <message>
        <source>ship order</source>
        <translation>订单发货</translation>
    </message>
    <message>
        <source>allocate waiting orders</source>
        <translation>分配待货订单</translation>
    </message>
    <message>
        <source>enter order</source>
        <translation>录入订单</translation>
    </message>
    <message>
        <source>release to picking</source>
        <translation>下发拣货</translation>
    </message>
    <message>
        <source>claim list</source>
        <translation>领取拣货单</translation>
    </message>
    <message>
        <source>give list back</source>
        <translation>退回拣货单</translation>
    </message>
    <message>
        <source>pick goods</source>
        <translation>拣货</translation>
    </message>
    <message>
        <source>short pick</source>
        <translation>拣货缺货</translation>
    </message>
    <message>
        <source>skip pick</source>
        <translation>跳过拣货</translation>
    </message>
    <message>
        <source>take another lot</source>
        <translation>改取其他批次</translation>
    </message>
    <message>
        <source>undo pick</source>
        <translation>撤销拣货</translation>
    </message>
    <message>
        <source>both stay</source>
        <translation>两者都保留</translation>
    </message>
    <message>
        <source>cancel order</source>
        <translation>取消订单</translation>
    </message>
    <message>
        <source>close order</source>
        <translation>关闭订单</translation>
    </message>
    <message>
        <source>confirm order</source>
        <translation>确认订单</translation>
    </message>
    <message>
        <source>hold order</source>
        <translation>冻结订单</translation>
    </message>
    <message>
        <source>keep what stands</source>
        <translation>保留当前值</translation>
    </message>
    <message>
        <source>merge duplicates</source>
        <translation>合并重复项</translation>
    </message>
    <message>
        <source>release hold</source>
        <translation>解除冻结</translation>
    </message>
    <message>
        <source>settle held sale</source>
        <translation>处理重复取单</translation>
    </message>
    <message>
        <source>settle promises</source>
        <translation>更正分配</translation>
    </message>
    <message>
        <source>settle return</source>
        <translation>处理退回商品</translation>
    </message>
    <message>
        <source>take the other</source>
        <translation>采用另一个值</translation>
    </message>
</context>
</TS>
