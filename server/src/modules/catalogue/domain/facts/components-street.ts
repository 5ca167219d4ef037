/** 03 市容环卫设施 (16), 04 园林绿化设施 (14), 05 其他 (3) (GB/T 47678.5-2026, rules.md appendix A). Columns as in components-public. */
export const streetComponents = `
03001|公共厕所|Public toilet|toilet|街上、公园里的公共厕所|the toilet in a street or park|公厕*3 公共厕所*3 旱厕*2 厕所
03002|公厕指示牌|Public toilet sign|sign|指到公厕的牌子|the sign that points to a toilet|
03003|化粪池|Septic tank|septic|楼下存粪水的池子|the tank under a building that holds its sewage|化粪池*2 粪水外溢*2 粪池
03004|垃圾间（楼）|Refuse room|refuse|集中放垃圾的房子、中转站|the room or station where refuse is gathered|垃圾房 垃圾站 垃圾中转站*2 垃圾池
03005|垃圾箱|Litter bin|bin|路边、楼下的垃圾桶|the bin by the road or the building|垃圾桶*2 垃圾箱*2 果皮箱 垃圾桶+坏*4 垃圾桶+倒*3 垃圾桶+少*3 垃圾箱+坏*4 垃圾桶+不够*5 不够用*2
03006|户外广告|Outdoor advertisement|hoarding|街上的大广告牌|the large advertisement in the street|广告牌*2 户外广告
03007|牌匾标识|Shop sign|hoarding|商店门头的招牌|the sign over a shop|招牌 门头牌匾
03008|宣传栏|Notice board|board|小区、街边贴通知的栏|the board with notices|公告栏 橱窗
03009|气象监测站|Weather station|monitor|测风、测雨的小站|the small station that measures wind and rain|
03010|环保监测站|Environment station|monitor|测空气好坏的小站|the small station that measures the air|空气监测站
03011|污水口监测站|Sewage outlet station|monitor|看住排污口的小站|the small station that watches an outlet|
03012|污水监测器|Sewage monitor|monitor|测污水的仪器|the instrument that measures waste water|
03013|噪声显示屏|Noise display|screen|显示多少分贝的屏|the screen that shows decibels|
03014|环卫工具间（箱）|Cleaners’ tool store|box|环卫工人放工具的房子、箱子|the room or box with the cleaners’ tools|
03015|宠物拾便纸箱|Pet waste bag box|furniture|拿纸袋捡狗便的小箱子|the box with bags for dogs’ droppings|
03016|烟头收集器或灭烟处|Cigarette end bin|furniture|放烟头的小筒|the small bin for cigarette ends|灭烟处
04001|古树名木|Ancient or famous tree|tree|挂了牌子保护的老树|an old tree that carries a protection plate|古树 老槐树 古树+枯*5 古树+砍*5 古树名木*6 古树+挡*4
04002|行道树|Street tree|tree|马路两边的树|the trees along a road|路边的树*4 大树 树枝*2 树倒*2 枯树*2 树木 树+枯*4 树+挡光*4 树+断枝*5 树+要倒*5 树+挡路*4 树+倒*3 断枝*3
04003|独立树|Single tree|tree|单独长着的大树|a large tree that stands alone|独立树*6 独立树+枯*5
04004|护树设施|Tree guard|furniture|护着树的架子、围栏|the frame or guard around a tree|树围栏 树支架
04005|花架花钵|Flower stand|planter|街上的花架、花盆、花箱|stands, pots and boxes with flowers in the street|花箱 花盆 花坛
04006|雕塑|Sculpture|structure|广场、公园里的雕像|statues in squares and parks|雕像
04007|街头座椅|Street bench|seat|路边、公园里坐的椅子|a bench by the road or in a park|长椅 座椅 石凳
04008|绿地护栏|Green space railing|fence|草坪、花坛外面的矮栏杆|the low railing around lawns and beds|草坪护栏
04009|绿地附属设施|Green space facility|structure|绿地里的水管、步道、亭廊|pipes, paths and pergolas in green spaces|喷灌
04010|喷泉|Fountain|fountain|广场、公园里的喷水池|the fountain of a square or park|喷水池
04011|树池树穴|Tree pit|paving|人行道上种树的方坑|the square pit in the pavement where a tree grows|树坑 树池
04012|高架挂箱|Flyover flower box|planter|挂在高架桥上的花箱|the flower box that hangs on a flyover|
04013|绿地|Green space|green|草坪、花坛、小绿地|lawns, beds and small green spaces|草坪 绿地 绿化带*2 草坪枯
04014|林地及林地管护设施|Woodland|green|成片的树林和护林设施|woods and what protects them|林地 树林 护林
05002|公房地下室|Basement of public housing|basement|公家房子的地下室|the basement of a public building|地下室*2 地下室积水*2
05003|车辆加油（气、电）站|Filling or charging station|fuel|加油站、加气站、充电站|a station for petrol, gas or charging|加油站*1 加气站 充电站 加油+站异常*3 加油气电*5 电站异常*3
05009|文物古迹|Monument|relic|古建筑、老遗址|an old building or site|文物 古建筑*3 遗址 古城墙 文物+坏*5 文物+看护*4 老建筑*4 刻画*3 文物+拆*4
`
