/** Linli's own classes 24–26: traffic and parcels, school and health, work and social security. Columns as in livelihood-home. */
export const lifeMatters = `
24001|交通规划与拥堵|Traffic planning and jams|路口天天堵车，路线不合理，希望开口、修路、装红绿灯|a crossing is jammed daily; a road, an opening or a light is wanted|joint|-
24002|公交出行|Bus service|公交车等太久、绕路、不停站、司机态度差，希望加线路|buses are late, skip stops, or a new line is wanted|large|-
24003|道路坑洼|Rough road in village or compound|村里、小区里的路坑坑洼洼，下雨全是泥水|a road in a village or compound is full of holes and mud|large|-
24004|出租车与网约车|Taxis and ride hailing|出租车不打表、拒载、乱要价，黑车多|taxis refuse the meter or a passenger, overcharge, or are unlicensed|large|-
24005|客运与公路|Coaches and highways|长途班车、客运站、公路收费和公路养护的事|coaches, coach stations, tolls and the upkeep of highways|large|-
24006|快递物流|Parcels and freight|快递丢了、不送上门、乱收取件费|a parcel is lost, not delivered to the door, or charged for|small|-
25001|学校教育|Schools and teaching|学校管理、老师教学、作业补课、校园安全、伙食|school management, teaching, homework, safety and food at school|joint|-
25002|入学招生|Admission to school|孩子上学报名难、学区划分、转学、高考中考招生|a place at school, catchment areas, changing school, entrance examinations|joint|-
25003|教育收费与培训班|School fees and tutoring|学校乱收费，培训班跑路不退费|a school charges wrongly, or a tutoring company closes and keeps the fees|large|-
25004|教师待遇|Teachers’ pay and titles|教师工资、绩效、职称、编制、代课教师的待遇|teachers’ pay, titles, posts, and those of substitute teachers|joint|-
25005|文化体育|Culture and sport|图书馆、体育场、文化活动、广播电视、文物保护|libraries, sports grounds, cultural events, broadcasting, heritage|large|-
25006|医疗服务|Medical care|医院看病难、乱收费、医生态度差、医疗事故纠纷|a hospital: access, charges, manners, or a dispute on treatment|joint|-
25007|公共卫生与计划生育|Public health and births|防疫、疫苗、村医、生育证、独生子女奖励、计生的事|disease control, vaccines, village doctors, birth permits and rewards|joint|-
25008|食品药品安全|Food and medicine safety|吃坏肚子、食品变质过期、卖假药、饭店不卫生|bad or expired food, fake medicine, a dirty restaurant|large|-
26001|医保|Medical insurance|医保、新农合怎么交、怎么报销、为什么报不了|medical insurance: how to pay, how to claim, why refused|large|-
26002|养老金与社保|Pension and social insurance|养老金、退休、社保缴费和补缴的事|pension, retirement, paying or making up social insurance|large|-
26003|低保救助|Minimum allowance and relief|家里困难，低保、救助、五保办不下来|a household in need cannot get the minimum allowance or relief|large|-
26004|养老服务与助残|Care for the old and disabled|养老院、日间照料、长者食堂、残疾证和残疾补贴|homes and canteens for the old, disability certificates and allowances|large|-
26005|劳动欠薪|Unpaid wages|干完活老板不给工资，农民工讨薪、拖欠工程款|an employer does not pay wages, or for works done|joint|-
26006|劳动关系、工伤与改制|Employment, injury, restructuring|不签合同、辞退、加班、工伤赔偿、下岗改制安置|no contract, dismissal, overtime, injury at work, laid-off workers|joint|-
26007|就业、培训与招考|Jobs, training, recruitment|找工作、招聘、职业培训、考编、资格证|finding work, training, public recruitment, certificates|large|-
26008|退役军人优抚|Veterans|退伍军人安置、优抚补助、军属待遇|placing, pensions and benefits of veterans and their families|large|-
26009|关爱上门|Somebody needs a visit|独居老人、孤儿、行动不便的人没人照看，请上门看看|an old person alone, an orphan or a disabled person needs a visit|small|home
`
