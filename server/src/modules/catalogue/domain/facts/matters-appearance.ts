/** 06 市容环境类, 51 classes (GB/T 47678.5-2026, rules.md appendix A). Columns: class | 中文 | English | plain 中文 | plain English | severity | home or - | words. */
export const appearanceMatters = `
06001|私搭乱建|Unlawful building|有人私自搭棚子、盖小房、圈院子|somebody puts up a shed, a room or a fence without permission|joint|-|私搭乱建*4 私搭*3 乱搭*3 搭建*2 违规搭建*3 违建*2 围挡占为己有 圈占*2 搭棚子*4 盖小房*4 圈院子*4 私自盖*3 搭棚*3
06002|店面无证装修|Shop fitted out without permit|门市房没办手续就砸墙装修|a shop is torn open and fitted out without a permit|large|-|店面装修*3 门市装修*3 门面装修*3 无证装修*3 门市房*3 门市+装修*4 没办手续+装修*4
06003|违章接坡|Unlawful kerb ramp|有人自己在马路牙子上垫水泥坡、铁板坡|somebody lays a ramp of concrete or iron at the kerb|small|-|接坡*4 水泥坡*3 垫坡*3 铁板坡*3
06004|建筑物外立面污损|Dirty or damaged facade|楼外墙皮掉了、脏了、瓷砖要掉下来|the outside of a building sheds plaster or tiles, or is dirty|large|-|外墙*2 外墙皮*3 外立面*3 瓷砖脱落*3 墙皮脱落*3 墙砖*2 外墙脱落*4
06005|临街阳台、屋顶脏乱差|Untidy balcony or roof by the street|临街的阳台、房顶堆满破烂，不好看也不安全|balconies or roofs by the street are piled with junk|small|home|阳台堆*3 屋顶杂物*3 楼顶堆*3 房顶堆*4 阳台+堆*4 堆满破烂*3
06006|擅自挂彩旗|Flags without permission|没批准就在街上挂彩旗、横幅|flags or banners hang in the street without permission|small|-|彩旗*4 挂横幅*1 挂彩旗*5
06007|沿街晾挂|Laundry in the street|把衣服、被子晾在街边、树上、栏杆上|clothes and bedding hang on trees and railings by the street|small|-|晾衣服*2 晾晒*2 晒被子*3 晾挂*3 晾被子*3 晾在*4 被子+晾*4 衣服+晾*4
06008|擅自架设管线|Lines strung without permission|有人乱拉电线、网线，横在楼道和路上|wires are strung across stairs and roads without permission|large|-|乱拉电线*3 私拉电线*3 私拉乱接*3 飞线*3 乱拉网线*3 乱接*1
06009|空调室外机低挂|Air conditioner hung too low|空调外机挂得太低，热风吹人、滴水、碰头|an air conditioner hangs so low that it blows or drips on people|small|home|空调外机*4 室外机*4 空调滴水*4
06010|暴露垃圾|Exposed refuse|路边、墙角有没装袋的垃圾，没人收|loose refuse lies by the road and nobody collects it|small|-|垃圾*1 垃圾没人收*3 垃圾成堆*3 垃圾遍地*3 乱扔垃圾*3 倒垃圾*2 生活垃圾*2 垃圾无人清理*3 垃圾清理*2
06011|积存垃圾渣土|Heaped refuse or rubble|装修垃圾、渣土堆了很久没人清|building waste or rubble has lain for a long time|small|-|建筑垃圾*3 装修垃圾*3 渣土*2 垃圾堆积*3 垃圾堆*2
06012|道路不洁|Dirty road|路面全是土、脏水、树叶，没人扫|a road is covered in dust, dirty water or leaves|small|-|没人扫*3 路面脏*3 不扫*1 清扫*2 环卫*2 环境卫生*2 保洁*1 卫生差*2 脏乱差*2
06013|道路破损|Broken road|马路上有坑、裂缝、塌了一块|a road has holes, cracks or a sunken patch|large|-|路面破损*4 道路破损*4 路面塌陷*4 塌陷*2 马路坑*3 路面坑*3 路面裂*3 道路坍塌*3 路烂*2 马路+坑*4 马路+裂缝*4 马路上有坑*5 路面*1 马路*1
06014|道路遗撒（洒）|Spill on the road|车上掉下来的土、石子、油撒了一路|earth, stones or oil have fallen from a vehicle|small|-|遗撒*4 抛洒*3 撒了一路*4 洒落*2 撒漏*3
06015|沙（河）滩不洁|Dirty beach or river bank|河滩、沙滩上都是垃圾|a beach or river bank is covered in refuse|small|-|河滩*3 沙滩*3 滩不洁*3 沙河滩*5 沙滩不洁*5
06016|交通标线不清晰|Faded road marking|斑马线、车道线磨没了，看不清|a zebra crossing or lane line has worn away|small|-|斑马线*3 标线*3 车道线*2 停车线*2 人行横道线*3
06017|绿地脏乱|Dirty green space|草坪、花坛里有垃圾、狗屎|lawns and beds are littered or fouled|small|-|花坛垃圾*3 草坪垃圾*3 绿化带垃圾*3 绿地垃圾*3 草坪+狗屎*4 花坛+垃圾*4 草坪+垃圾*4 绿化带+垃圾*4
06018|绿化弃料|Garden waste|剪下来的树枝、草堆在路边没人拉走|cut branches and grass lie by the road|small|-|剪下的树枝*4 树枝堆*3 修剪的树枝*3 剪下来的树枝*5 树枝+堆*4 树枝+拉走*3
06019|非装饰性吊挂|Things hanging in the street|树上、电线上挂着破布、塑料袋、绳子|rags, bags or ropes hang from trees or wires|small|-|塑料袋挂*3 吊挂*3 挂着*1
06020|焚烧垃圾、树叶|Burning refuse or leaves|有人烧垃圾、烧树叶、烧秸秆，烟很呛|somebody burns refuse, leaves or straw and the smoke chokes|large|-|烧垃圾*4 焚烧垃圾*4 烧树叶*4 烧秸秆*4 秸秆焚烧*4 焚烧*2 露天焚烧*4
06021|病虫害|Pests on trees|树上长虫子，往人身上掉，叶子都吃光了|insects fall from the trees and eat all the leaves|small|-|虫子*3 病虫害*4 美国白蛾*4 毛毛虫*4 打药*2 生虫*3
06022|非法伐树|Unlawful felling|有人偷着砍树、挖树|somebody fells or digs up trees without permission|large|-|砍树*4 伐树*4 砍伐*3 偷砍*4 滥伐*3 盗伐*3 毁树*3
06023|堤岸破损|Broken embankment|河边的堤、护坡塌了、裂了|an embankment has slipped or cracked|large|-|河堤*2 堤岸*3 堤坝*2 护岸*3 防洪堤*2 堤+塌*4 河边+塌*4 护坡+河*3 河边的堤*4
06024|水域秩序乱象|Disorder on the water|有人在河里、水库里违规捕鱼、电鱼、游泳|people fish, use electric rods or swim where it is forbidden|large|-|电鱼*4 捕鱼*2 游野泳*4 毒鱼*3 炸鱼*3
06025|水域不洁|Dirty water|河里、湖里漂着垃圾、水草、死鱼|refuse, weeds or dead fish float on a river or lake|small|-|漂浮物*3 死鱼*2 河里垃圾*4 水葫芦*3 河道垃圾*3
06026|河道污染|Polluted river|河水发黑发臭，有人往河里排脏水|a river is black and smells; somebody lets foul water in|joint|-|河水*2 黑臭*3 臭水沟*3 河道污染*4 河水发黑*4 河流污染*4 水污染*2 河水污染*4 污染河*3 鱼塘*1 排入河*3
06027|油烟污染|Cooking fumes|楼下饭店、烧烤店油烟太大，开不了窗|fumes from a restaurant downstairs keep the windows shut|large|home|油烟*4 餐馆油烟*4 饭店油烟*4 油烟扰民*4 排烟*1 烟道*2
06028|噪声扰民|Noise in the street|商店喇叭、卡拉OK、机器吵得人睡不着|shop loudspeakers, karaoke or machines keep people awake|large|home|噪音*3 噪声*3 扰民*2 吵得*2 喇叭*2 高音喇叭*3 噪音扰民*4 KTV*2 卡拉OK*3 歌厅*2 睡不着*2 无法入睡*2 酒吧*1 分贝*2 休息不好*1 夜总会*1
06029|露天烧烤|Barbecue in the open|街边烧烤摊冒烟、吵闹、满地油|a barbecue stall smokes, shouts and leaves grease|small|-|烧烤*4 烤串*3 大排档*3 夜宵摊*3 夜宵*1
06030|乱倒乱排污水|Dumping of waste water|有人把脏水、泔水往街上、雨水口里倒|somebody pours dirty water or slops in the street or a drain|small|-|倒污水*4 泼脏水*4 泔水*3 倒脏水*4 排污水*2 污水直排*2 乱排*2 脏水*3 雨水口+倒*4
06032|非正规垃圾填埋场|Unlicensed landfill|有人在野地、沟里私自埋垃圾|somebody buries refuse in a field or ditch|joint|-|填埋*4 垃圾场*2 埋垃圾*4 填埋场*4 垃圾山*2
06033|乱丢弃医疗废物|Dumped medical waste|路边扔着针头、药瓶、输液管|needles, vials and drips are thrown by the road|large|-|针头*3 医疗废物*4 医疗垃圾*4 输液管*3
06034|废弃车辆|Abandoned vehicle|没人要的破车停在路边、小区里很久了|an abandoned vehicle has stood for a long time|small|-|僵尸车*5 废弃车*4 破车*3 报废车*3
06035|废弃家具设备|Dumped furniture|旧沙发、旧柜子、旧电器扔在路边|old sofas, cupboards or appliances lie by the road|small|-|旧家具*4 旧沙发*4 沙发*2 旧床垫*4 旧柜子*3
06036|乱堆杂物|Piled-up things|有人在楼道、路边堆东西，挡着走路|somebody piles things on stairs or pavement and blocks the way|small|-|杂物*3 堆放杂物*4 乱堆*3 堆东西*3 楼道堆*4 堆满*1 乱堆乱放*4 公共通道*2
06037|动物尸体|Dead animal|路边、河里有死猫、死狗、死猪|a dead cat, dog or pig lies by the road or in the water|small|-|死狗*4 死猫*4 死猪*4 动物尸体*5 死鸡*3
06038|擅自饲养家禽家畜|Poultry or livestock in town|有人在小区、城里养鸡、养鸭、养猪|somebody keeps hens, ducks or pigs in town|small|home|养鸡*3 养鸭*3 鸡叫*3 养猪*2 家禽*3 养羊*2 打鸣*3 养鸽子*4 鸽子*2
06039|违章开设道口|Unlawful opening|有人私自把路边护栏、路沿拆了开口子|somebody breaks a gap in a barrier or kerb|large|-|私开道口*4 开口子*4 拆护栏*3 道口*2 护栏+开口*4 拆了开口*4
06040|私设地锁、阻车桩|Private parking lock|有人在公共地方装地锁、放石头占车位|somebody keeps a place with a lock or a stone|small|-|地锁*5 占车位*3 阻车桩*4 私装地锁*5 车位锁*3
06041|垃圾未分类|Refuse not sorted|垃圾混着扔、混着拉，没有分类|refuse is thrown or collected unsorted|small|-|垃圾分类*4 混装*2 分类垃圾*3 没有分类*4 不分类*4 垃圾混*4 混着扔*4
06042|垃圾站（箱）满溢|Overfull bins|垃圾桶、垃圾站满了往外流，好几天没人收|bins or a refuse room overflow and are not emptied for days|small|-|垃圾满*4 垃圾桶满*5 爆满*1 满溢*4 垃圾清运*3 没人清运*3 几天没收*3 垃圾桶+没人收*4 垃圾站+满*5 往外流*2 好几天没人收*4 垃圾桶满了*5
06043|遮阳篷破损|Torn awning|门店的雨棚、遮阳棚破了，要掉下来|the awning of a shop is torn and about to fall|small|-|雨棚*3 遮阳棚*4 遮阳篷*4 雨篷*3
06044|节庆装饰物破损|Broken festive decoration|过节挂的灯笼、彩灯坏了、掉了|lanterns and lights put up for a festival are broken or down|small|-|灯笼*3 彩灯*3 中国结*3
06045|非法占绿毁绿|Green space taken or destroyed|有人铲了草坪种菜、停车、盖房|somebody digs up a lawn for vegetables, cars or a building|large|-|毁绿*4 占绿*4 种菜*3 绿化改*2 毁坏绿化*4 侵占绿地*4 破坏绿化*4 绿地改停车*4
06046|占用河道|River bed taken|有人在河里、河边盖房、填土、堆东西|somebody builds, fills in or piles things in a river|joint|-|占用河道*5 侵占河道*5 填河*4 河道采砂*4 采砂*3 挖沙*3 挖砂*3 河里+盖房*4 河边+盖房*5 河里+填土*5 河边+填土*5 河里+堆*3
06047|公园秩序|Disorder in a park|公园里有人骑车、遛狗不牵绳、乱摆摊|people cycle, let dogs loose or sell things in a park|small|-|公园*2 公园管理*3 公园里*3 公园里+骑车*4 公园里+乱摆摊*4 公园里+狗*4 公园里+摆摊*4
06048|边坡（挡土墙）破损|Damaged slope or retaining wall|护坡、挡土墙裂了、鼓了，怕塌|a slope or retaining wall is cracked or bulging|joint|-|挡土墙*4 边坡*4 护坡*3 山体滑坡*4 滑坡*3
06049|台阶破损|Broken steps|台阶碎了、缺了，容易摔跤|steps are broken or missing and people fall|small|-|台阶*3 台阶坏*4 楼梯坏*2
06050|路缘石缺损|Missing kerbstone|马路牙子碎了、缺了、歪了|kerbstones are broken, missing or crooked|small|-|马路牙子*5 路缘石*5 路沿石*5 道牙*4
06051|盲道缺损|Broken tactile path|盲道断了、砖掉了、被占了|the path for blind people is broken, or blocked|small|-|盲道*5
06052|无障碍坡道破损|Broken wheelchair ramp|轮椅坡道碎了、太陡、走不了|a wheelchair ramp is broken or too steep to use|small|-|轮椅坡道*5 坡道*2 无障碍坡道*5
`
