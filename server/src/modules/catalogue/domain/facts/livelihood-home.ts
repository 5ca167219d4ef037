/**
 * Linli's own classes 20–23: house and property, water–heat–power, neighbours, land and planning.
 * Prefixes 01–10 belong to the standard. Columns: class | 中文 | English | plain 中文 | plain English | severity | home or -.
 */
export const homeMatters = `
20001|物业服务|Property service|物业不打扫、不修东西、找不到人，保安形同虚设|the property company does not clean, repair or answer|small|home
20002|物业费|Property fee|物业费收得不合理、乱涨价，或为交不交物业费起争执|the property fee is unreasonable, rises, or is disputed|joint|home
20003|楼道灯|Stairwell light|楼道灯不亮，晚上上下楼看不见|the light on the stairs is out and one cannot see at night|small|home
20004|小区、巷子路灯昏暗|Dark compound or lane|小区里、胡同里没有路灯，或路灯太暗，晚上摸黑走|there is no lamp, or too little light, in a compound or lane|large|home
20005|电梯|Lift in a building|小区电梯老坏、停用、关人，或很久没年检|a lift keeps failing, stands still, traps people, or is not inspected|large|home
20006|小区停车|Parking in a compound|小区车位不够、停车乱、停车费太高|a compound has too few places, badly parked cars, or high charges|joint|home
20007|屋顶漏雨|Leaking roof|顶楼漏雨、外墙渗水，一下雨屋里就滴水|the roof or outer wall lets the rain in|large|home
20008|房屋质量|Quality of a house|房子墙体开裂、空鼓、下沉，成了危房|walls crack, sound hollow or sink; the house has become unsafe|joint|home
20009|房产证办理|Property certificate|买了房多年，房产证一直办不下来|years after buying, the property certificate is still not issued|joint|home
20010|业委会、维修资金与旧改|Owners’ committee, repair fund, renewal|成立业委会、用维修资金、老旧小区改造、加装电梯的事|founding an owners’ committee, the repair fund, renewing an old compound, adding a lift|joint|home
20011|住房保障与公积金|Housing support and fund|公租房、廉租房、经济适用房、住房补贴、公积金怎么申请、为什么没给|public rental housing, housing subsidy or the housing fund: how to apply, why refused|joint|-
20012|买房与开发商|Buying from a developer|开发商延期交房、烂尾、不退房款，和当初说的不一样|a developer delivers late, stops building, keeps the money, or breaks promises|joint|home
21001|供水停水|Water supply|家里停水、水压低、水上不来，也没人通知|no water, low pressure, and nobody said so|large|home
21002|水管漏水、爆管|Leaking or burst pipe|自来水管爆了、漏水，水流了一地|a water pipe has burst or leaks all over the ground|large|home
21003|自来水水质|Tap water quality|自来水发黄、有味、有脏东西，不敢喝|tap water is yellow, smells or has dirt in it|large|home
21004|供暖不热|Heating not warm|暖气不热、停暖、家里冷，供热费要不要退|radiators are cold, heating has stopped, or the charge is disputed|large|home
21005|下水道堵塞、倒灌|Blocked or backing-up drain|下水道堵了，脏水从地漏马桶往上返|a drain is blocked and foul water comes up through floor and toilet|large|home
21006|燃气供应|Gas supply|停气、气压小、天然气迟迟不通、开户难|no gas, low pressure, or the connection never comes|large|home
21007|燃气泄漏|Gas leak|家里、楼道闻到煤气味，怕是燃气漏了|a smell of gas at home or on the stairs|large|home
21008|供电停电|Power cut|家里停电、电压低、老跳闸，也不通知|a power cut, low voltage, or the breaker keeps tripping|large|home
21009|网络通信|Internet and telephone|宽带断网、手机没信号、乱扣话费|the broadband is down, no mobile signal, or wrong charges|small|home
22001|邻里噪声|Noise from a neighbour|楼上邻居蹦跳、放音响、打麻将，吵得睡不着|a neighbour jumps, plays music or mah-jong and keeps one awake|small|home
22002|广场舞噪声|Square dancing noise|跳广场舞、唱歌、甩鞭子声音太大|dancing, singing or whip-cracking in a square is too loud|small|home
22003|装修噪声|Noise from renovation|邻居装修，午休、晚上、周末还在电钻砸墙|a neighbour’s renovation drills at noon, at night or on weekends|small|home
22004|邻里纠纷|Dispute between neighbours|和邻居为了过道、院墙、占地方、采光吵起来了|neighbours quarrel over a passage, a wall, a place or light|joint|home
22005|楼上漏水|Water from upstairs|楼上漏水，把楼下天花板、墙泡了|water from upstairs soaks the ceiling and walls below|joint|home
22006|宠物扰民、流浪狗|Pets and stray dogs|遛狗不牵绳、狗乱叫、狗咬人、流浪狗成群|dogs off the lead, barking, biting, or strays in packs|small|home
22007|高空抛物|Things thrown from above|楼上往下扔东西、倒水，差点砸到人|somebody throws things or pours water from above|large|home
22008|婚姻家庭|Marriage and family|两口子打架、家暴，或为赡养、抚养、财产闹矛盾|violence at home, or a dispute on support, children or property|joint|home
23001|拆迁征地补偿|Demolition and land compensation|房子拆了、地征了，补偿款、安置房一直没落实|a house or land was taken and the money or new home has not come|joint|-
23002|违章建筑|Illegal building|有人违章加层、楼顶盖房、占公共地方盖房|somebody adds a storey, builds on a roof or on common ground|joint|home
23003|规划与采光|Planning and daylight|新楼离得太近挡光，规划改来改去，该建的没建|a new building takes the light, or the plan changes and what was promised is not built|joint|-
`
