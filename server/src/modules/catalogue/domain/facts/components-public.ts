/** 01 市政公用设施, 76 classes (GB/T 47678.5-2026, rules.md appendix A). Columns: class | 中文 | English | kind of thing | what it is 中文 | English | further words. */
export const publicComponents = `
01001|供水井盖|Water main cover|cover|自来水管道的井盖，盖上常写「水」或「给水」|the cover over a water main, often marked 水|自来水井盖 水表井
01002|污水井盖|Sewer cover|cover|下水道的井盖，盖上常写「污」或「污水」|the cover over a sewer, often marked 污|下水道井盖 下水井盖
01003|雨水井盖|Storm drain cover|cover|排雨水的井盖，盖上常写「雨」或「雨水」|the cover over a storm drain, often marked 雨|排水井盖
01004|雨水箅子|Storm drain grate|grate|路边排雨水的铁篦子|the iron grate at the kerb that takes the rain|雨水篦子 水篦子 雨篦子 下水篦子 铁篦子 雨水箅子*4 箅子*4 雨水口*3
01005|电力井盖|Power cable cover|cover|供电的井盖，盖上常写「电力」|the cover over power cables, often marked 电力|供电井盖
01006|路灯井盖|Street lamp cable cover|cover|路灯电线的井盖，盖上常写「路灯」|the cover over street lamp cables, often marked 路灯|
01007|通信井盖|Telecom cover|cover|电话、宽带线路的井盖，常写「电信」「移动」「联通」|the cover over telephone and broadband lines|电信井盖 移动井盖 联通井盖
01008|电视井盖|Cable television cover|cover|有线电视线路的井盖|the cover over cable television lines|有线电视井盖
01009|网络井盖|Network cable cover|cover|网线、光缆的井盖|the cover over network and fibre lines|光缆井盖 宽带井盖
01010|热力井盖|Heating cover|cover|暖气管道的井盖，盖上常写「热力」|the cover over heating pipes, often marked 热力|供热井盖 暖气井盖
01011|燃气井盖|Gas cover|cover|天然气、煤气管道的井盖，盖上常写「燃气」|the cover over gas pipes, often marked 燃气|煤气井盖 天然气井盖
01012|公安井盖|Police line cover|cover|公安线路的井盖，盖上常写「公安」|the cover over police lines, often marked 公安|
01013|消防设施|Fire-fighting facility|hydrant|消火栓、消防水鹤接口等救火用的设备|hydrants and other equipment for fighting fires|消火栓*4 消防栓*3 消防水带 打不开*1 消火栓+漏*5 消防栓+漏*5 消防栓+水*3
01014|园林井盖|Park irrigation cover|cover|公园绿地里浇水用的井盖|the cover over irrigation pipes in parks|绿化井盖
01015|信号灯电源井盖|Traffic signal power cover|cover|红绿灯电源线的井盖|the cover over the power lines of traffic signals|红绿灯井盖
01017|电缆井盖|Cable cover|cover|各种电缆的井盖|the cover over electric cables|
01018|化粪池井盖|Septic tank cover|cover|化粪池上面的井盖|the cover over a septic tank|化粪池盖
01019|中水井盖|Reclaimed water cover|cover|回用水管道的井盖，盖上常写「中水」|the cover over reclaimed water pipes, often marked 中水|
01020|公交井盖|Bus line cover|cover|公交电车线路的井盖|the cover over trolleybus and bus lines|
01021|输油（气）井盖|Oil or gas pipeline cover|cover|输油、输气大管道的井盖|the cover over an oil or gas pipeline|输油井盖 输气井盖 输油*2 输气*2 输油+井盖*5 输气+井盖*5 气井盖*4
01022|特殊井盖|Special cover|cover|部队、铁路等专用线路的井盖|the cover over lines of the army, the railway or others|
01023|不明井盖|Cover of unknown owner|cover|上面没字、不知道归谁管的井盖|a cover without a mark, whose owner nobody knows|井盖*2 窨井盖*2 马葫芦*2 古力井*2 下水井
01024|水井|Well|well|打水用的井|a well that people draw water from|机井 吃水井
01025|供水器|Public water tap|tap|路边、公园里的公共水龙头、饮水机|a public tap or drinking fountain|公共水龙头 直饮水机
01026|沟槽盖板|Trench cover slab|slab|盖在水沟、电缆沟上的板子|the slabs over a ditch or cable trench|水沟盖板 盖板 沟盖板
01027|通信交接箱|Telecom cabinet|box|路边电话、宽带线路的铁箱子|the roadside cabinet of telephone and broadband lines|电信箱 光交箱
01028|电力设施|Power facility|power|开关箱、配电柜、环网柜等供电设备|switch cabinets and other power equipment|配电柜 配电箱 环网柜 电表箱
01029|电力设施标识牌|Power facility sign|sign|「高压危险」这类用电提醒牌|signs such as “danger, high voltage”|高压危险牌
01030|电力立杆|Power pole|pole|架电线的电线杆|the pole that carries power lines|电线杆 电杆 水泥杆
01031|通信立杆|Telecom pole|pole|架电话线、宽带线的杆子|the pole that carries telephone and broadband lines|电话线杆 通信杆
01032|公交立杆|Trolley pole|pole|架公交电车线的杆子|the pole that carries trolleybus lines|
01033|特殊立杆|Special pole|pole|部队、铁路等专用的杆子|a pole of the army, the railway or others|
01034|不明立杆|Pole of unknown owner|pole|路边不知道归谁管的杆子|a roadside pole whose owner nobody knows|废弃杆 杆子
01035|旗杆|Flagpole|pole|挂旗的杆子|the pole that carries a flag|
01036|输油（气）标志|Oil or gas pipeline marker|sign|提醒地下有油气管道的桩子、牌子|posts and signs that warn of an oil or gas pipeline|管道标志桩 输油*2 气标志*4 管道标志*3
01037|路灯|Street lamp|lamp|路边晚上照亮的灯|the lamp that lights a road at night|路灯*3 街灯*2 路灯不亮*3 路灯杆*2
01038|地灯|Ground lamp|groundLamp|嵌在地面里的灯|a lamp set into the ground|地埋灯
01039|景观灯|Decorative lamp|groundLamp|装点夜景的彩灯|lamps that decorate the night|亮化灯 霓虹灯 亮化工程
01040|报刊亭|News kiosk|kiosk|路边卖报刊的小亭子|the kiosk that sells newspapers|
01041|电话亭|Telephone booth|kiosk|路边的公用电话亭|a public telephone booth|
01042|邮筒|Post box|furniture|寄信的绿色邮筒|the green box for letters|信筒 邮箱筒
01043|信息亭|Information kiosk|kiosk|查地图、查信息的亭子|the booth with maps and information|
01044|售货亭|Sales kiosk|kiosk|路边卖东西的小亭子|a small roadside shop booth|
01045|自动售货机|Vending machine|machine|投币、扫码买饮料的机器|the machine that sells drinks for coins or a scan|贩卖机
01046|户外健身设施|Outdoor fitness equipment|fitness|小区、公园里锻炼的器材|equipment for exercise in compounds and parks|健身器材*3 健身设施*3 健身路径 单杠
01047|高压线铁塔|High-voltage pylon|tower|架高压线的大铁塔|the steel tower that carries high-voltage lines|高压线*2 高压铁塔 高压塔
01048|变压器（箱）|Transformer|box|给小区、街道变电的变压器|the transformer that supplies a street or compound|变压器*2 箱变 变电箱
01049|燃气调压站（箱）|Gas regulator|gas|给小区调煤气压力的箱子或小站|the box or small station that sets the gas pressure|调压箱 调压站 调压箱+煤气*4 调压站+煤气*4 调压*3 燃气调压站*6
01050|监控电子眼设施|Surveillance camera|camera|路口、小区的摄像头|cameras at crossings and in compounds|摄像头 监控探头 电子眼 监控坏
01051|治安岗亭|Security booth|kiosk|民警、保安值勤的小亭子|the booth of police or guards|警亭 保安亭
01052|休息亭|Rest pavilion|pavilion|公园、路边歇脚的亭子|a pavilion for a rest|凉亭 亭漏雨*4 亭子+漏雨*5 亭*1 休息亭+漏雨*5 凉亭+漏雨*5
01053|自助缴费机|Payment machine|machine|自己交水电费、话费的机器|the machine where one pays bills|缴费机
01054|充电桩|Charging post|charger|给电动汽车、电动车充电的桩子|the post that charges electric cars and bikes|充电桩*3 充电设施 充电口 电动车充电*2
01055|防蚊闸|Mosquito trap gate|furniture|装在雨水口里防蚊子的闸|the flap in a drain that keeps mosquitoes in|
01056|跨河管道|Pipe across a river|pipe|从河上跨过去的管道|a pipe that crosses a river|过河管
01057|露天燃气管道|Gas pipe in the open|gas|露在外面的煤气、天然气管子|gas pipes that run in the open|燃气管外露 煤气管道 露天燃气管*6 外面+煤气管*3 露天燃气管道*6
01058|晒衣架|Drying rack|furniture|小区里公用的晾衣架|a shared rack for drying clothes|晾衣架 晾衣杆
01059|旧衣物回收箱|Old clothes bin|furniture|投放旧衣服的箱子|the bin for old clothes|旧衣回收 旧衣箱
01060|路灯配电箱|Street lamp cabinet|box|给路灯供电的箱子|the cabinet that powers the street lamps|
01061|露天供热管道|Heating pipe in the open|heatPipe|露在外面的暖气管道|heating pipes that run in the open|供热管道 暖气管道外露
01062|通信基站|Telecom base station|tower|手机信号的基站、天线|the mast for mobile phones|信号塔 基站
01063|水塔|Water tower|tower|存水供水的高塔|the high tower that stores water|
01064|牌楼（门楼）|Memorial gateway|structure|街口、村口的牌楼、门楼|the gateway at the head of a street or village|牌坊 门楼
01065|管理责任公示牌|Notice of responsibility|sign|写着谁负责管这一片的公示牌|the notice that says who looks after the place|公示牌 河长牌
01066|紧急报警点SOS|SOS alarm point|machine|按一下就能报警的紧急按钮|the button that calls for help|一键报警 报警柱
01067|防汛监测设施|Flood gauge|monitor|看水位、防汛用的设备|equipment that watches the water level|水位计 水尺
01068|水鹤|Water crane|hydrant|给消防车、洒水车加水的大水龙头|the tall tap that fills fire engines and water carts|
01069|水域附属设施|Waterside facility|structure|河边、湖边的闸、台阶、码头等|sluices, steps and landings by the water|水闸 亲水平台
01070|水域护栏|Waterside railing|fence|河边、湖边的栏杆|the railing along a river or lake|河边护栏 河堤护栏
01071|防汛墙|Flood wall|wall|河边挡洪水的墙|the wall that keeps floods out|防洪墙
01072|排水泵站|Drainage pumping station|pump|抽积水、排污水的泵房|the station that pumps rain and waste water away|泵站 泵房
01073|雨污水排放口|Storm and sewage outlet|outlet|往河里排雨水、污水的口子|the mouth where rain or waste water runs into a river|排污口 排水口
01074|综合管廊附属设施|Utility tunnel facility|structure|地下综合管廊的出入口、通风口|the hatches and vents of a utility tunnel|管廊
01075|快递柜|Parcel locker|machine|小区里自己取快递的柜子|the locker where one fetches parcels|丰巢 快递柜*3 取件柜
01076|公用电梯|Public lift|lift|天桥、地下通道等公共地方的电梯|lifts and escalators in public places|扶梯 天桥电梯
01077|综合杆|Combined pole|pole|灯、牌子、摄像头合在一起的杆子|one pole that carries lamp, signs and cameras|
`
