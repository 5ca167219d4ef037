/** 07 宣传广告类 (7), 08 施工管理类 (16), 09 街面秩序类 (21), 10 其他 (2) (GB/T 47678.5-2026, rules.md appendix A). Columns as in matters-appearance. */
export const streetMatters = `
07001|非法小广告|Illegal stickers|墙上、楼道、电线杆上贴满办证、开锁的小广告|walls, stairs and poles are covered in illegal stickers|small|-|小广告*5 牛皮癣*5 乱贴*3 贴广告*3
07002|街头散发广告|Leaflets in the street|有人在街上硬塞传单、往车上插卡片|people push leaflets on passers-by and cards on cars|small|-|传单*4 发广告*3 插卡片*3
07003|违规户外广告|Unlawful advertisement|没批准就立的大广告牌、电子屏，又亮又挡窗|a large advertisement or screen stands without permission|large|-|广告牌*2 电子屏*3 大屏*2 灯箱*3 违规广告*4
07004|广告语言文字不规范|Bad language in advertisements|广告上写错字、乱用谐音、不文明的话|an advertisement has wrong characters or indecent words|small|-|错别字*4 错字*3 谐音*3 用语不文明*3
07006|违规牌匾标识|Unlawful shop sign|商店招牌乱挂、太大、一店好几块|a shop sign is too big, too many, or put up without permission|small|-|违规牌匾*5 店招*4 招牌乱*4 牌匾*2
07007|违规标语宣传品|Unlawful slogans|街上乱挂横幅、乱贴标语|banners and slogans are put up without permission|small|-|标语*3 横幅*3 条幅*3 贴标语*4 乱贴标语*5 挂横幅*3 乱挂横幅*4
07008|公益性宣传品缺损|Damaged public notice|公益广告、宣传画破了、掉色了|a public-interest poster is torn or faded|small|-|公益广告*4 宣传画*4
08001|施工扰民|Noise from building works|工地半夜还在干活，吵得睡不着|a building site works at night and keeps people awake|large|home|施工扰民*5 工地噪音*5 夜间施工*5 施工噪音*5 半夜施工*5 凌晨施工*5 工地*1 打桩*3 施工噪声*5 工地+半夜*5 工地+吵*5 工地+睡*4 工地+凌晨*4 工地+噪音*5 施工+噪音*4 施工+凌晨*4 施工+半夜*4 工地+噪声*5 施工+扰民*4
08002|施工占道|Works block the road|施工把路占了，人车过不去|building works take the road and nobody can pass|large|-|施工占道*5 围路施工*4 封路*3 占道施工*5 修路堵*2 施工+占*4 施工+过不去*4
08003|无证掘路|Road dug up without permit|没批准就把马路挖开，挖完不管|a road is dug up without a permit and left|large|-|挖路*4 掘路*4 路面挖开*4 开挖*2 挖开*2 挖了又填*3
08004|工地扬尘|Dust from works|工地尘土飞扬，窗户不敢开|dust from a building site keeps the windows shut|large|-|扬尘*4 灰尘*2 工地灰尘*4 尘土飞扬*4 粉尘*1 尘土*2 灰尘漫天*3
08005|施工废弃料|Works waste|施工剩的砖头、水泥块扔着没人拉|bricks and concrete are left after the works|small|-|施工垃圾*4 废料*2 工程垃圾*4 施工+砖头*4 施工剩*4 水泥块*2 施工+没人拉*4
08006|物料乱堆放|Materials piled about|工地的沙子、水泥、砖堆在路上|sand, cement and bricks of a site lie on the road|small|-|沙子堆*4 堆料*3 沙石*1 水泥堆*3 工地+沙子*4 沙子+路上*4 水泥+路上*3 砖+堆在路*4
08007|围挡问题|Hoarding trouble|工地的围挡倒了、歪了、占了人行道|the hoarding of a site is down, leaning or blocks the pavement|large|-|围挡*4 工地围墙*4 围挡倒*5
08008|道路未硬化|Unpaved site road|工地的路没铺，一下雨都是泥|the road of a building site is unpaved and turns to mud|small|-|工地泥*4 未硬化*3 泥浆*2 工地+泥*4 工地的路*4
08009|出入口道路破损|Broken site entrance|工地门口的路压坏了，坑坑洼洼|the road at the gate of a site is broken up by lorries|small|-|工地门口*4 工地出入口*5 工地门口+坑*4 工地门口+路*3
08010|未场光地净|Site not cleared|工程完了场地没收拾，坑没填、料没清|works are over but the place was not cleared or filled in|small|-|完工*1 没清场*4 施工完*2 不恢复*2 没填*2
08011|渣土车未密闭|Uncovered lorry|拉土车不盖布，一路掉土|a lorry with rubble is not covered and drops earth|large|-|渣土车*5 拉土车*5 大货车*1 不盖篷布*4 砂石车*3 泥头车*4
08012|车轮夹带|Mud on wheels|工地的车带出来的泥糊了一路|lorries carry mud from a site along the road|small|-|带泥*4 车轮*2 带泥上路*5 工地+带*2 带出来的泥*5 车+泥*2
08013|违规高空悬吊作业|Unsafe work on ropes|有人挂在楼外干活，没有安全绳、没围起来|somebody works hanging from a building without a safety rope|large|-|高空作业*5 吊篮*4 悬吊*4 蜘蛛人*4 安全绳*3
08014|预埋件裸露|Exposed iron|地上露着钢筋、螺栓，容易扎脚绊人|iron bars or bolts stick out of the ground|small|-|钢筋*2 钢筋露*4 螺栓*3 铁桩露*3 预埋件*5
08015|公示牌污损|Damaged site notice|工地的公示牌脏了、破了、没有|the notice of a building site is dirty, torn or missing|small|-|施工公示牌*5 工程公示牌*5 工地+公示牌*5
08016|无证建设|Building without permit|没有手续就动工盖楼、盖厂|a building or factory goes up without a permit|joint|-|无证建设*5 未批先建*4 无手续建*4 没有施工许可*4 施工许可证*3 没有手续*2 手续+动工*5 手续+盖楼*4 没有手续就动工*5
09001|无照经营游商|Street seller without licence|推车、挑担的小贩到处摆|sellers with carts and baskets set up anywhere|small|-|小贩*3 游商*4 流动摊贩*4 推车卖*3 流动商贩*4
09002|早（夜）市管理|Morning or night market|早市、夜市太乱、太吵、太脏，堵着路|a morning or night market is messy, loud, or blocks the road|small|-|早市*4 夜市*4 赶集*2 市管理*2 夜市管理*5 早夜市*5
09003|流浪乞讨|Begging and rough sleeping|有人露宿街头、要饭，需要救助|somebody sleeps in the street or begs, and needs help|large|-|乞讨*4 流浪汉*5 流浪人员*5 露宿*4 要饭*3 流浪老人*4
09004|废品收购乱象|Scrap dealing|收废品的把破烂堆得到处都是|a scrap dealer piles junk everywhere|small|-|废品*4 收破烂*5 废品站*5 废品收购*5
09005|店外经营|Trading outside a shop|商店把货摆到门外人行道上|a shop puts its goods out on the pavement|small|-|店外经营*5 摆到门外*4 出店经营*5 门口摆*2
09006|占道经营|Trading on the road|摆摊占了马路、人行道，走路都费劲|stalls take the road or pavement and people cannot pass|small|-|占道经营*5 摆摊*3 占道*2 摊贩*3 占用人行道*3 占道摆*4 地摊*3
09008|非法出版物|Illegal publications|有人卖盗版书、黄色光盘|somebody sells pirated books or obscene discs|large|-|盗版*3 非法出版*5 黄色光盘*5 盗版书*5
09009|机动车乱停|Cars parked badly|汽车停在人行道、路口、别人家门口|cars stand on pavements, at crossings or before doors|small|-|乱停车*4 违停*4 违章停车*4 乱停乱放*4 停在人行道*5 车乱停*5 乱停*3 堵门*1
09010|非机动车乱停|Bikes parked badly|自行车、电动车停得乱七八糟，挡路|bicycles and e-bikes stand in the way|small|-|电动车乱停*5 自行车乱停*5 电瓶车乱停*5 电动车停*2
09011|共享单车乱象|Shared bikes|共享单车扔得到处都是、倒一大片|shared bicycles lie everywhere|small|-|共享单车*5 共享电动车*5 小黄车*3
09012|占用消防通道|Fire lane blocked|路边、门前的消防通道被车停、被摊位占了|a fire lane by the road is blocked by cars or stalls|large|-|占用消防通道*4 消防通道*2 堵消防通道*4 路边+消防通道*4 门前+消防通道*4 消防通道+摊*4
09013|临街屠宰|Slaughter in the street|在街边杀鸡、杀羊，血水横流|animals are killed in the street and blood runs|small|-|屠宰*2 杀鸡*4 杀羊*4 宰杀*3
09014|畜力车进城|Cart in town|马车、驴车进城，拉粪、挡路|horse or donkey carts come into town|small|-|马车*4 驴车*5 畜力车*5
09015|无证餐饮|Eating place without licence|小饭馆、小吃摊没有证照就开业|an eating place or snack stall works without a licence|large|-|无证餐饮*5 黑作坊*3 没有卫生许可*3 无证小吃*5 饭馆+证照*4 没有证照*4 小吃摊+证*4 饭店+无证*4 餐馆+无证*4 小饭馆*2
09016|违规设停车场|Unlawful car park|有人私自圈地收停车费|somebody fences in a place and charges for parking|large|-|私设停车场*5 私自收停车费*5 圈地收费*4 乱收停车费*3 圈地*2 私自+停车费*4 私自圈地收停车费*5
09017|违规占用桥下空间|Space under a bridge taken|有人在桥底下堆东西、住人、做买卖|somebody stores, lives or trades under a bridge|large|-|桥下*3 桥底*3 桥洞住*4 桥底+堆*4 桥下+堆*4 桥底下*4
09018|履带车违规上路|Tracked vehicle on the road|挖掘机、履带车直接在马路上开，压坏路面|an excavator drives on the road and breaks it|small|-|履带*5 挖掘机上路*5
09019|占用无障碍通道|Wheelchair way blocked|轮椅通道、坡道被车和东西挡住|a wheelchair way or ramp is blocked|small|-|占用无障碍*5 坡道被占*5 轮椅过不去*4 轮椅+挡*5 坡道+挡*5 轮椅+车挡*3 轮椅通道+挡*5
09020|农贸市场秩序|Market hall trouble|菜市场里脏、乱、污水多、缺斤少两|a food market is dirty, untidy or gives short weight|small|-|农贸市场*3 菜市场*4 集贸市场*3 批发市场*1 菜场*2 菜市场+脏*4 菜市场+污水*4 农贸市场+脏*4 市场+缺斤少两*4
09021|占道洗车|Car washing on the road|洗车店在路上洗车，污水流一地、冬天结冰|a car wash works on the road; water runs and freezes|small|-|洗车*4 占道洗车*5
09022|占道促销|Promotion on the road|商家在街上搭台子搞促销，占道还放大喇叭|a shop builds a stage in the street and sells by loudspeaker|small|-|促销*2 搭台*3 占道促销*5
10001|道路积雪、结冰|Snow and ice on the road|路上积雪、结冰没人清，走路打滑|snow and ice are not cleared and people slip|large|-|积雪*4 结冰*4 扫雪*4 除雪*5 清雪*5 路滑*3 冰面*2
10002|架空线缆脱落|Fallen overhead line|电线、网线断了，掉下来垂到地上、挡着路|a power or network line has come down and hangs over the road|large|-|电线掉*5 线缆脱落*5 电线垂*5 电线断*5 断了的电线*5 线掉下来*4 网线掉*4 电线+断*5 电线+掉*5 网线+断*4 垂到地*4 电线+垂*5 电缆+断*4 线+垂*2
`
