/** Linli's own classes 27–29: trade, environment and village, government, safety and the rest. Columns as in livelihood-home. */
export const cityMatters = `
27001|消费维权|Consumer protection|买到假货次品、商家不退钱、虚假宣传、霸王条款|fake or bad goods, no refund, false promises, unfair terms|large|-
27002|物价收费|Prices and charges|东西涨价太狠、不明码标价、乱收费|prices leap, are not shown, or charges are wrong|large|-
27003|旅游景区|Tourism|景区门票、导游强迫购物、酒店民宿、旅游被宰|tickets, forced shopping by guides, hotels, being cheated on a trip|large|-
27004|传销、诈骗与非法集资|Pyramid schemes, fraud, illegal fund-raising|有人搞传销、诈骗、非法集资，钱要不回来|pyramid selling, fraud or illegal fund-raising; the money is gone|joint|-
27005|助企纾困|Help for businesses|企业办照、贷款、用地、税费遇到难处，要政府帮忙|a business needs help with licences, loans, land or taxes|joint|-
28001|空气、粉尘与噪声污染|Air, dust and noise from industry|工厂冒黑烟、有臭味、粉尘大、机器响，周围人受不了|a factory smokes, smells, spreads dust or roars|joint|-
28002|污水与养殖污染|Waste water and livestock|工厂、养猪场往河里井里排污水，水都不能用了|a factory or pig farm lets waste into river and wells|joint|-
28003|农业生产与补贴|Farming and subsidies|种子化肥、农机、农药、粮食补贴、卖粮、家畜疫病|seed, fertiliser, machines, subsidies, selling grain, animal disease|large|-
28004|农村土地、宅基地与山林|Village land, homesteads, woods|承包地、宅基地、山林、采矿占地的纠纷|disputes over contracted land, homesteads, woods and mines|joint|-
28005|村务与集体资产|Village affairs and assets|村里账目不公开、村干部分钱分地不公、村委选举|village accounts are hidden, sharing is unfair, elections of the committee|joint|-
28006|农村饮水与水利|Village water and irrigation|村里吃水难、水渠水库坏了、浇不上地|a village lacks drinking water; canals or reservoirs are broken|joint|-
29001|政务服务态度|Manners at the counter|去窗口办事，工作人员态度差、推来推去、让跑好几趟|staff at a counter are rude, pass one on, or make one come again|large|-
29002|户籍证件|Household registration and cards|上户口、迁户口、身份证、居住证、出生证怎么办|registering or moving a household, identity and residence cards|large|-
29003|社会治安|Public safety|偷盗、赌博、涉黄、打架斗殴、黑恶势力|theft, gambling, prostitution, fights, gangs|joint|-
29004|小区消防通道与消防隐患|Fire lane and fire hazard in a compound|小区消防通道被堵、电动车进楼充电、消防栓没水，着火就危险|the fire lane of a compound is blocked, e-bikes charge on the stairs, hydrants are dry|large|home
29005|安全隐患|Hazard|有安全隐患：墙要倒、坑没盖、工地厂子不安全|a wall about to fall, an open pit, an unsafe works or plant|large|-
29006|交通违法与事故处理|Traffic offences and accidents|交通事故怎么处理、违章罚款、驾照车检、飙车超载|handling an accident, fines, licences and inspection, speeding and overloading|large|-
29007|干部作风与违纪举报|Conduct of officials|举报干部贪污、受贿、吃拿卡要、不作为|reporting corruption, bribes or idleness of officials|joint|-
29008|诉讼、仲裁与信访事项|Court, arbitration, petition|已经在打官司、仲裁、复议，或判了不执行|a matter before a court or arbitrator, or a judgment not carried out|joint|-
29009|意见建议|Suggestion|给政府提个建议，希望把某件事做得更好|a suggestion to the government how to do something better|large|-
29999|其他|Other|上面都不是，先记下来，由工作人员来分|none of the above: write it down and a clerk will sort it|large|-
`
