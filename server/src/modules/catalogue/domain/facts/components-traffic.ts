/** 02 交通设施, 44 classes (GB/T 47678.5-2026, rules.md appendix A). Columns as in components-public. */
export const trafficComponents = `
02001|停车场|Car park|carPark|公共停车场|a public car park|公共停车场
02002|立体车库|Stacked car park|carPark|用机器一层层停车的车库|a garage that stacks cars by machine|机械车库
02003|停车计费设备|Parking meter|machine|停车收费的杆子、地磁、机器|the barrier, sensor or machine that charges for parking|停车收费机 停车道闸
02004|公交站设施|Bus stop facility|busStop|公交站的站牌、站亭、座椅|the sign, shelter and seats of a bus stop|公交站牌*2 公交站亭 候车亭*2 站台 公交站+漏雨*5 公交站+站牌*5 站牌*3 公交站设施*4
02005|出租车停靠站|Taxi rank|busStop|等出租车的站点|the place where taxis wait|出租车站 出租车停靠*5 出租车+站牌*4 停靠站*4 停靠站+漏雨*5
02006|过街天桥|Footbridge|bridge|过马路的天桥|the bridge over a road for people on foot|天桥 人行天桥
02007|地下通道|Underpass|underpass|从地下过马路的通道|the passage under a road for people on foot|地道桥 过街地道
02008|立交桥|Flyover|bridge|上下交错的大桥|a bridge where roads cross at two levels|高架桥 高架
02009|跨河桥|River bridge|bridge|跨过河的桥|a bridge over a river|桥面 大桥 危桥*2
02010|交通标志牌及标线|Traffic sign and marking|roadSign|路上的指示牌、限速牌和白线黄线|road signs and the white and yellow lines|交通标志 指路牌 限速牌 标志牌
02011|限高架标志|Height limit gantry|roadSign|不让超高车过的架子|the frame that stops vehicles that are too high|限高杆 限高架
02012|路名牌|Street name sign|sign|写着街道名字的牌子|the sign with the name of the street|街牌
02013|地名牌|Place name sign|sign|写着村名、小区名的牌子|the sign with the name of the village or compound|村牌
02014|交通信号灯|Traffic light|signal|路口的红绿灯|the red and green light at a crossing|红绿灯*3 信号灯*2 红绿灯坏*3
02015|交通信号设施|Traffic signal equipment|box|控制红绿灯的箱子、杆子|the cabinet and posts that run the traffic lights|信号机 信号控制箱
02016|交通岗亭|Traffic police booth|kiosk|交警值勤的岗亭|the booth of the traffic police|交警岗亭
02017|交通护栏|Road barrier|fence|马路中间、路边的栏杆|the railing along or between the lanes|道路护栏 隔离护栏 护栏*2 马路护栏
02018|防撞桶|Crash barrel|bollard|路口装沙子的红黄桶|the red and yellow sand barrel at a fork|
02019|安全岛|Refuge island|paving|过马路时中间歇脚的小台|the island in the middle of a crossing|
02020|人行横道桩|Crossing bollard|bollard|斑马线两头的柱子|the posts at the ends of a zebra crossing|
02021|便道桩|Pavement bollard|bollard|人行道上挡车的柱子、石墩|posts and stone balls that keep cars off the pavement|隔离桩 石墩 石球 挡车桩
02022|柔性隔离体|Flexible divider|bollard|路上能弯的塑料隔离柱|the plastic posts that bend|隔离柱 水马
02023|道路信息显示屏|Road information screen|screen|路上报路况的大屏|the screen that tells of the traffic ahead|诱导屏
02024|道路隔音屏|Noise barrier|wall|路边挡噪声的板墙|the wall that shields homes from road noise|隔音板 隔音墙 隔音屏
02025|非机动车停放点|Bicycle parking place|bikePark|停自行车、电动车的地方|the place to leave bicycles and e-bikes|车棚*2 自行车棚*2 电动车棚
02026|自行车租赁点|Bicycle hire point|machine|借公共自行车的地方|the place to hire a public bicycle|公共自行车
02027|存车支架|Bicycle stand|furniture|停自行车的铁架子|the iron rack for bicycles|
02028|铁道口设施|Level crossing facility|crossing|火车道口的栏杆、警报|the barrier and bell where a road crosses the railway|铁道口 道口栏杆
02029|栈桥|Boardwalk|bridge|水边、景区的木栈道|the wooden walk by the water|木栈道 栈道
02030|水域标示牌|Waterside sign|sign|「水深危险」这类牌子|signs such as “deep water”|水深危险
02031|港监设施|Harbour facility|structure|码头、航道上的管理设施|the installations of harbour and channel|航标
02032|轨道交通设施|Rail transit facility|structure|地铁、轻轨的出入口、围栏|the entrances and fences of metro and light rail|地铁口 地铁站
02033|交通反视镜|Traffic mirror|mirror|弯道、路口的大圆镜|the round mirror at a bend or corner|广角镜 反光镜 凸面镜
02034|无障碍设施|Barrier-free facility|access|坡道、扶手、无障碍电梯|ramps, handrails and lifts for wheelchairs|无障碍 残疾人通道 轮椅通道
02035|应急避难指示牌|Shelter sign|sign|告诉人到哪里避难的牌子|the sign that points to a shelter|避难场所
02036|救助站指示牌|Aid station sign|sign|指到救助站的牌子|the sign that points to an aid station|
02037|文物建筑标志牌|Heritage sign|sign|说明这是文物的石碑、牌子|the stone or sign that names a heritage building|文保牌
02038|门（楼号）牌|House number plate|sign|门牌、楼牌|the number plate of a door or building|门牌 楼牌 门牌号 楼号*2 楼号）牌*4
02039|公安指示牌|Police sign|sign|指到派出所的牌子|the sign that points to a police station|
02040|景区标识牌|Scenic area sign|sign|指到景区的牌子|the sign that points to a scenic area|
02041|停车信息显示屏|Parking information screen|screen|告诉人还有几个车位的屏|the screen that says how many places are free|
02042|铁路桥涵|Railway bridge or culvert|underpass|火车从上面过的桥洞|the opening under a railway|桥洞 涵洞 铁路桥
02043|减速带|Speed bump|bump|让车慢下来的凸起的带子|the hump that slows cars|减速坎
02044|公路隧道|Road tunnel|underpass|公路的隧道|a tunnel on a road|隧道
`
