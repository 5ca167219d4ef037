import type { Prng } from './prng.ts'

/** The invented city: no division of the state has a code that begins with 99. */
export const CITY = { code: '9909', name: '明河市' } as const

/** Districts first; the rest are counties, whose towns are 镇 and 乡. */
export const COUNTIES = ['东岸区', '青禾县', '西岸区', '北渡区', '柳湾区', '云泊区', '松塬县', '麦川县', '南坞区', '杏泉县'] as const

const TOWN_FIRST = [
  '和平',
  '建设',
  '新华',
  '前进',
  '胜利',
  '光明',
  '幸福',
  '团结',
  '红旗',
  '东风',
  '向阳',
  '振兴',
  '友谊',
  '文化',
  '站前',
  '桥头',
]
const BEFORE = [...'东西南北新永长安宁兴瑞福康德华']
const AFTER = [...'河桥林园塘湾岭泉坪渡']

const FLOWERS = [...'春秋晨晓明清青碧翠兰梅竹荷桂松柏枫柳杏桃云霞星月阳和安宁福瑞祥锦文礼']
const PLACES = [...'苑园庭溪泉湖桥湾岸洲林峰岭坡坪塘渡坞巷台']
const SIDES = ['', '东', '西', '南', '北', '新']

const STREETS = [
  '解放',
  '人民',
  '中山',
  '迎宾',
  '工业',
  '滨河',
  '学府',
  '体育',
  '矿工',
  '铁东',
  '铁西',
  '花园',
  '广场',
  '电厂',
  '公园',
  '民生',
]

function joined(...groups: readonly (readonly string[])[]): string[] {
  return groups.reduce<string[]>((made, group) => made.flatMap((one) => group.map((other) => one + other)), [''])
}

/** Names drawn without repeating, each kind from its own heap. */
export interface Names {
  town(): string
  community(): string
  compound(): string
  street(): string
}

const PHASES = [...'一二三四五六七八九']

function heap(of: readonly string[]): () => string {
  let at = 0
  return () => {
    const name = of[at % of.length] as string
    const round = Math.floor(at / of.length)
    at += 1
    return round === 0 ? name : `${name}${PHASES[round % PHASES.length]}期`
  }
}

export function names(random: Prng): Names {
  const towns = random.branch('towns')
  const streets = random.branch('streets')
  const pairs = joined(FLOWERS, PLACES)
  const sided = SIDES.slice(1).flatMap((side) => pairs.map((pair) => side + pair))
  const communities = random.branch('communities')
  const compounds = random.branch('compounds')
  return {
    town: heap([...towns.shuffled(TOWN_FIRST), ...towns.shuffled(joined(BEFORE, AFTER))]),
    community: heap([...communities.shuffled(pairs), ...communities.shuffled(sided)]),
    compound: heap(compounds.shuffled(joined(pairs, ['小区', '家园', '新村', '花园', '公寓', '佳苑']))),
    street: heap([...streets.shuffled(STREETS), ...streets.shuffled(joined(BEFORE, FLOWERS))]),
  }
}
