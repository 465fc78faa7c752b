<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Commands</name>
    <message>
        <source>import products</source>
        <translation>导入商品</translation>
    </message>
    <message>
        <source>import barcodes</source>
        <translation>导入条码</translation>
    </message>
    <message>
        <source>import customers</source>
        <translation>导入顾客</translation>
    </message>
    <message>
        <source>import suppliers</source>
        <translation>导入供应商</translation>
    </message>
    <message>
        <source>import supplier items</source>
        <translation>导入供货目录</translation>
    </message>
    <message>
        <source>import purchase orders</source>
        <translation>导入采购订单</translation>
    </message>
    <message>
        <source>import receipts</source>
        <translation>导入收货单</translation>
    </message>
    <message>
        <source>import orders</source>
        <translation>导入订单</translation>
    </message>
    <message>
        <source>import opening stock</source>
        <translation>导入期初库存</translation>
    </message>
    <message>
        <source>import sales</source>
        <translation>导入历史销售</translation>
    </message>
    <message>
        <source>import balances</source>
        <translation>导入库存余额</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Barcodes</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Suppliers</source>
        <translation>供应商</translation>
    </message>
    <message>
        <source>What suppliers sell</source>
        <translation>供应商供货目录</translation>
    </message>
    <message>
        <source>Purchase orders</source>
        <translation>采购订单</translation>
    </message>
    <message>
        <source>Customers&apos; orders</source>
        <translation>顾客订单</translation>
    </message>
    <message>
        <source>Sales of the past</source>
        <translation>历史销售</translation>
    </message>
    <message>
        <source>Opening stock</source>
        <translation>期初库存</translation>
    </message>
    <message>
        <source>Sales of the past, with postage and fees</source>
        <translation>历史销售（含邮费与手续费）</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>货号</translation>
    </message>
    <message>
        <source>Item&apos;s number elsewhere</source>
        <translation>商品的外部编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Chinese name</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Units in the pack</source>
        <translation>包装内数量</translation>
    </message>
    <message>
        <source>Goods or service</source>
        <translation>商品或服务</translation>
    </message>
    <message>
        <source>Lot or serial number</source>
        <translation>批次或序列号</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺码</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Lead time in days</source>
        <translation>交货天数</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Tolerance in per cent</source>
        <translation>允差（%）</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评级</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Preferred</source>
        <translation>首选</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>供应商</translation>
    </message>
    <message>
        <source>Supplier&apos;s number elsewhere</source>
        <translation>供应商的外部编号</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>单据编号</translation>
    </message>
    <message>
        <source>Ordered on</source>
        <translation>订购日期</translation>
    </message>
    <message>
        <source>Ordered at</source>
        <translation>下单时间</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到货日期</translation>
    </message>
    <message>
        <source>Wanted on</source>
        <translation>期望日期</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Freight</source>
        <translation>运费</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>收货日期</translation>
    </message>
    <message>
        <source>Nothing more to come</source>
        <translation>不再到货</translation>
    </message>
    <message>
        <source>Customer&apos;s number</source>
        <translation>顾客编号</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Ship to</source>
        <translation>收货地址</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Discount of the line</source>
        <translation>行折扣</translation>
    </message>
    <message>
        <source>Sold at</source>
        <translation>销售时间</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>库区</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>库位</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation>正在检查文件</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>收货单</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Balances</source>
        <translation>库存余额</translation>
    </message>
</context>
</TS>
