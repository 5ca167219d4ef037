import type { Emergency, Severity } from '../category.ts'
import type { Say } from '#platform/refusal'

/** What goes wrong with one kind of thing: the words follow its name, the rest becomes the matter's default. */
export type Trouble = Say & { readonly severity: Severity; readonly emergency?: 'gas' | 'power' }

const trouble = (severity: Severity, zh: string, en: string, emergency?: 'gas' | 'power'): Trouble =>
  emergency === undefined ? { zh, en, severity } : { zh, en, severity, emergency }

/** Keyed by the column "kind of thing" of the component tables. */
export const troubles: Readonly<Record<string, Trouble>> = {
  cover: trouble('large', '丢了、破了、翘起来，或一踩就晃，怕人掉下去', 'missing, broken, sticking up, or rocking underfoot'),
  grate: trouble('small', '丢了、断了，或被树叶垃圾堵住，下雨排不下水', 'missing, broken, or clogged so that rain cannot drain'),
  slab: trouble('small', '断了、缺了，或一踩就翘', 'broken, missing, or tilting underfoot'),
  hydrant: trouble('large', '漏水、打不开、零件丢了，或被东西挡住', 'leaking, stuck, missing parts, or blocked by something'),
  well: trouble('large', '没有盖、井壁塌了，或水变浑了', 'uncovered, caving in, or its water gone cloudy'),
  tap: trouble('small', '不出水、关不上，或坏了一直漏', 'dry, impossible to turn off, or leaking'),
  box: trouble('small', '门开着、外壳破了、歪倒了，或露出电线', 'door open, casing broken, leaning, or wires exposed'),
  power: trouble('large', '门开着、冒火花、电线露在外面，碰着会触电', 'door open, sparking, or live wires exposed', 'power'),
  pole: trouble('large', '歪了、断了、根部锈烂，怕倒下来砸人', 'leaning, broken, or rusted at the foot and about to fall'),
  sign: trouble('small', '倒了、歪了、字看不清、写错了，或不见了', 'fallen, crooked, unreadable, wrong, or gone'),
  lamp: trouble('small', '不亮、忽明忽暗、灯杆歪了', 'out, flickering, or its post leaning'),
  groundLamp: trouble('small', '不亮、灯罩碎了，或露出电线', 'out, its glass broken, or wires exposed'),
  kiosk: trouble('small', '门窗坏了、又脏又乱，或没人管了', 'doors or windows broken, dirty, or abandoned'),
  furniture: trouble('small', '坏了、倒了、脏了，或不见了', 'broken, knocked over, dirty, or gone'),
  machine: trouble('small', '用不了、按了没反应，或外壳坏了', 'out of order, not answering, or its casing broken'),
  fitness: trouble('small', '坏了、松动、生锈，怕伤着人', 'broken, loose or rusty, and likely to hurt someone'),
  tower: trouble('joint', '歪了、零件松了、锈得厉害，或有人往上爬', 'leaning, loose or badly rusted, or somebody climbs it'),
  gas: trouble('joint', '漏气、生锈、被撞坏，或闻到煤气味', 'leaking, rusted, hit by a car, or smelling of gas', 'gas'),
  camera: trouble('small', '坏了、歪了，或被树枝挡住', 'broken, turned away, or hidden by branches'),
  pavilion: trouble('small', '漏雨、柱子松了、座板坏了', 'leaking, its posts loose, or its seats broken'),
  charger: trouble('small', '充不上电、插头坏了，或一直被占着', 'not charging, its plug broken, or always occupied'),
  pipe: trouble('large', '漏了、锈穿了，或支架松了', 'leaking, rusted through, or its supports loose'),
  heatPipe: trouble('large', '漏热水、冒热气，或保温层掉了', 'leaking hot water or steam, or its lagging gone'),
  structure: trouble('large', '破损、松动、掉东西，或有危险', 'damaged, loose, shedding pieces, or dangerous'),
  monitor: trouble('small', '坏了、歪了、被挡住，或没有数据', 'broken, crooked, hidden, or sending no data'),
  fence: trouble('small', '倒了、断了、松动，或缺了一段', 'fallen, broken, loose, or with a gap'),
  wall: trouble('large', '裂了、歪了、缺了一块，怕倒', 'cracked, leaning, or with a piece missing'),
  pump: trouble('joint', '不抽水、停着没人管，或噪声、臭味太大', 'not pumping, unattended, or too loud or smelly'),
  outlet: trouble('joint', '堵了、塌了，或往外流脏水臭水', 'blocked, collapsed, or running with foul water'),
  lift: trouble('large', '停了、卡住、忽快忽慢，或总是出故障', 'stopped, stuck, jerking, or always out of order'),
  carPark: trouble('small', '设备坏了、地面破了、出入口堵住，或乱收费', 'equipment or floor broken, entrance blocked, or overcharging'),
  busStop: trouble('small', '站牌倒了、顶棚漏雨、座椅坏了，或写错站名', 'sign down, roof leaking, seats broken, or stops misspelt'),
  bridge: trouble('joint', '桥面坏了、栏杆松了、掉水泥块，或下沉了', 'surface broken, railing loose, shedding concrete, or sinking'),
  underpass: trouble('large', '积水、没有灯、漏水，或墙面掉块', 'flooded, dark, dripping, or shedding pieces of wall'),
  roadSign: trouble('small', '倒了、歪了、被树挡住、看不清，或画得不对', 'fallen, crooked, hidden by a tree, faded, or wrong'),
  signal: trouble('large', '不亮、乱闪、红绿时间不合适，或被树挡住', 'out, flashing wildly, badly timed, or hidden by a tree'),
  bollard: trouble('small', '倒了、断了、丢了，或挡了路', 'knocked over, broken, gone, or in the way'),
  paving: trouble('small', '砖松了、塌了、缺了，容易绊倒人', 'loose, sunken or missing stones that trip people'),
  screen: trouble('small', '不亮、花屏，或显示得不对', 'dark, garbled, or showing something wrong'),
  bikePark: trouble('small', '棚子坏了、车停不下、又脏又乱', 'roof broken, overfull, dirty or untidy'),
  crossing: trouble('joint', '栏杆坏了、警报不响，过火车时没人看', 'barrier broken, bell silent, or unguarded when a train passes'),
  mirror: trouble('small', '碎了、歪了、脏得照不见', 'broken, turned away, or too dirty to see in'),
  access: trouble('small', '坏了、太陡、被占了，轮椅过不去', 'broken, too steep or blocked, so that a wheelchair cannot pass'),
  bump: trouble('small', '断了、松了、螺丝露出来，或震得太响', 'broken, loose, with bolts standing out, or too loud'),
  toilet: trouble('small', '太脏、没水、堵了、门坏了，或锁着不开', 'dirty, without water, blocked, its door broken, or locked'),
  septic: trouble('large', '满了、粪水冒出来，臭得厉害', 'full, overflowing, and smelling badly'),
  refuse: trouble('small', '垃圾堆满、臭味大、污水横流，或门坏了', 'overfull, smelly, leaking, or its door broken'),
  bin: trouble('small', '满了没人收、坏了、倒了，或不够用', 'full, broken, knocked over, or too few'),
  hoarding: trouble('large', '松了、破了、要掉下来，或遮光、太亮', 'loose, torn, about to fall, or blocking or glaring light'),
  board: trouble('small', '玻璃碎了、歪了，或贴的东西又旧又乱', 'glass broken, leaning, or full of old papers'),
  tree: trouble('small', '枯了、断枝、要倒、挡光挡路，或被人砍了', 'dead, split, about to fall, in the way, or cut by someone'),
  planter: trouble('small', '破了、倒了、花枯了，或挡了路', 'broken, knocked over, withered, or in the way'),
  seat: trouble('small', '断了、松了、脏得没法坐', 'broken, loose, or too dirty to sit on'),
  fountain: trouble('small', '不喷水、水脏了，或漏电', 'not running, dirty, or giving electric shocks'),
  green: trouble('small', '枯了、秃了、被踩坏，或没人浇水修剪', 'withered, bare, trampled, or untended'),
  basement: trouble('large', '积水、漏水、没有灯，或有人乱住乱堆', 'flooded, dripping, dark, or used as lodging or store'),
  fuel: trouble('joint', '漏油漏气、设备坏了，或有着火的危险', 'leaking, broken, or at risk of fire', 'gas'),
  relic: trouble('joint', '坏了、被刻画、被拆改，或没人看护', 'damaged, scratched, altered, or unguarded'),
}

/** Where the common words for the kind would not read well. */
export const ownTroubles: Readonly<Record<string, Say>> = {
  '01037': { zh: '路灯不亮、忽明忽暗、灯杆歪了', en: 'A street lamp is out, flickers, or its post leans.' },
  '01013': { zh: '消火栓漏水、没水、打不开，或被东西埋住挡住', en: 'A hydrant leaks, is dry, will not open, or is buried or blocked.' },
  '01023': {
    zh: '路上有井盖丢了、破了、翘起来，不知道归谁管',
    en: 'A cover in the road is missing, broken or sticking up, and nobody knows whose it is.',
  },
  '01054': {
    zh: '充电桩充不上电、插头坏了，或一直被占着',
    en: 'A charging post does not charge, its plug is broken, or it is always occupied.',
  },
  '02014': {
    zh: '红绿灯不亮、乱闪、时间太短，或被树挡住',
    en: 'A traffic light is out, flashes wildly, is badly timed, or is hidden by a tree.',
  },
  '02010': {
    zh: '交通标志牌倒了、看不清，或地上的白线黄线画得不对',
    en: 'A road sign is down or unreadable, or the lines on the road are wrong.',
  },
  '03001': {
    zh: '公共厕所太脏、没水、堵了、门坏了，或锁着不开',
    en: 'A public toilet is dirty, without water, blocked, broken, or locked.',
  },
  '03005': { zh: '垃圾桶满了没人收、坏了、倒了，或不够用', en: 'A litter bin is full, broken, knocked over, or there are too few.' },
  '04002': { zh: '路边的树枯了、断枝、要倒，或挡光挡路', en: 'A street tree is dead, split, about to fall, or in the way.' },
  '05009': {
    zh: '文物、老建筑坏了、被刻画、被拆改，或没人看护',
    en: 'A monument or old building is damaged, scratched, altered, or unguarded.',
  },
}

/** What to do first when a component is dangerous. `minutes`: handover to the emergency service (rules.md section 4). */
export const componentEmergencies: Readonly<Record<'gas' | 'power', Emergency>> = {
  gas: {
    call: '119',
    minutes: 60,
    say: {
      zh: '如果闻到煤气味：不要点火，不要开关电器，先离开，到外面再打 119。',
      en: 'If you smell gas: no flame, touch no switch, leave first, then call 119 from outside.',
    },
  },
  power: {
    call: '119',
    minutes: 60,
    say: {
      zh: '电线露出来或冒火花：不要靠近，不要碰，先打 119。有人触电打 120。',
      en: 'Bare or sparking wires: keep away, touch nothing, call 119. If someone has had a shock, call 120.',
    },
  },
}
