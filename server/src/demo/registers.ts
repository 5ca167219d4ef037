import type { SeedCompound, SeedOffice, SeedRegisters, SeedWorker } from '#modules/orgs'
import { cityGovernment, type DemoUnit, officeOf } from './bodies.ts'
import { CITY, type Ground, type Prng, prng } from './ground/index.ts'

/** A unit of the registers; a party organisation may belong to another unit. */
export interface RegisterUnit extends DemoUnit {
  readonly attachedTo: string | null
}

/** What the registers of the demonstration hold, with the units that only they need. */
export interface DemoRegisters extends SeedRegisters {
  readonly units: readonly RegisterUnit[]
}

type Area = Ground['areas'][number]

const scope = (code: string): string => code.replace(/(000)+$/, '')

/** Communities whose registers are kept, from the first; a larger city is no slower to begin. */
const kept = 24

const stems = [...'甲乙丙丁戊己庚辛壬癸']
const branches = [...'子丑寅卯辰巳午未申酉戌亥']

/** The n-th person of the registers: nobody is called so. */
export function inventedName(n: number): string {
  const round = Math.floor(n / (stems.length * branches.length))
  return `${stems[n % stems.length]}${branches[Math.floor(n / stems.length) % branches.length]}${round > 0 ? round + 1 : ''}（演示）`
}

interface Making {
  readonly random: Prng
  /** The next person. */
  readonly somebody: () => string
}

/** A company that serves several compounds of its county. */
const larger = (county: Area): RegisterUnit[] =>
  [
    ['green', '演示青藤物业', 'Green Vine Demo Property'],
    ['bridge', '演示石桥物业', 'Stone Bridge Demo Property'],
  ].map(([key = '', zh = '', en = '']) => ({
    id: `${county.code}-property-${key}`,
    kind: 'propertyCompany',
    name: `${county.name}${zh}`,
    nameEn: `${county.name} ${en}`,
    area: scope(county.code),
    parent: null,
    attachedTo: null,
  }))

/** The general branch of a community, and the branch of its property company. */
function partyOf({ code, name }: Area): RegisterUnit[] {
  const area = scope(code)
  const general = `${area}-party`
  return [
    { id: general, kind: 'generalBranch', name: `${name}党总支`, nameEn: `${name} General Branch`, area, parent: null, attachedTo: area },
    {
      id: `${area}-property-party`,
      kind: 'branch',
      name: `${name.replace(/(社区|村)$/, '')}邻里物业党支部`,
      nameEn: `${name} Property Branch`,
      area,
      parent: general,
      attachedTo: `${area}-property`,
    },
  ]
}

/** What kind of estate it is: with the committee goes commodity housing, with what is older the other kinds. */
function kindsOf(draw: number): SeedCompound['kinds'] {
  if (draw < 0.5) return ['commodity']
  if (draw < 0.62) return ['old']
  if (draw < 0.8) return ['old', 'open']
  return draw < 0.9 ? ['resettlement'] : ['unitYard', 'old']
}

/** The bodies of one compound: an estate with a committee, an old one under 物管会, one that nobody manages, and what is between. */
function compoundOf(
  grid: Area,
  name: string,
  companies: readonly string[],
  { random }: Making,
): { one: SeedCompound; units: RegisterUnit[] } {
  const area = scope(grid.code)
  const id = `${area}-estate`
  const community = area.slice(0, 12)
  const unit = (key: string, kind: RegisterUnit['kind'], zh: string, en: string, parent: string | null): RegisterUnit => ({
    id: `${id}-${key}`,
    kind,
    name: `${name}${zh}`,
    nameEn: `${name} ${en}`,
    area,
    parent,
    attachedTo: null,
  })
  const draw = random.next()
  const branch = random.next() < 0.72 ? unit('party', 'branch', '党支部', 'Party Branch', `${community}-party`) : null
  const owners =
    draw < 0.5
      ? unit('owners', 'homeownersCommittee', '业主委员会', 'Homeowners’ Committee', null)
      : draw < 0.75
        ? unit('owners', 'propertyManagementCommittee', '物业管理委员会', 'Property Management Committee', null)
        : null
  const company = draw < 0.6 ? `${community}-property` : draw < 0.9 ? random.pick(companies) : null
  const bodies = { branch: branch?.id ?? null, homeownersCommittee: owners?.id ?? null, propertyCompany: company }
  const households = Math.round((grid.households ?? 300) * (0.4 + 0.5 * random.next()))
  const built = Math.floor(draw < 0.5 ? 2002 + 38 * draw : 1978 + 46 * (draw - 0.5))
  return { one: { id, name, area, households, kinds: kindsOf(draw), built, bodies }, units: [branch, owners].flatMap((made) => made ?? []) }
}

/** The people of one grid: mostly a full-time worker, often a part-time one, now and then a courier who agreed. */
function workersOf(grid: Area, { random, somebody }: Making, phone: () => string): SeedWorker[] {
  const area = scope(grid.code)
  const worker = (kind: SeedWorker['kind']): SeedWorker => {
    return { kind, grid: area, person: somebody(), phone: phone(), since: random.whole(30, 900) }
  }
  return [
    ...(random.next() < 0.93 ? [worker('fullTime')] : []),
    ...(random.next() < 0.6 ? [worker('partTime')] : []),
    ...(random.next() < 0.12 ? [worker('mobile')] : []),
  ]
}

/** The party group of a grid and its head, where there are such. */
function groupOf({ code, name }: Area, { random, somebody }: Making): { units: RegisterUnit[]; offices: SeedOffice[] } {
  if (random.next() < 0.14) return { units: [], offices: [] }
  const area = scope(code)
  const id = `${area}-group`
  const parent = `${area.slice(0, 12)}-party`
  const unit: RegisterUnit = {
    id,
    kind: 'partyGroup',
    name: `${name}党小组`,
    nameEn: `${name} Party Group`,
    area,
    parent,
    attachedTo: null,
  }
  const head = random.next() < 0.88 ? [{ unit: id, position: 'groupLeader' as const, crossFrom: null, person: somebody() }] : []
  return { units: [unit], offices: head }
}

/** A community's secretary, who often sits in its property company too; there the branch's secretary is sometimes the manager. */
function officesOf(area: string, { random, somebody }: Making): SeedOffice[] {
  const secretary = somebody()
  const manager = somebody()
  const company = `${area}-property`
  const cross = random.next() < 0.65
  const both = random.next() < 0.4
  return [
    { unit: `${area}-party`, position: 'secretary', crossFrom: null, person: secretary },
    { unit: company, position: 'manager', crossFrom: null, person: manager },
    ...(cross ? [{ unit: `${area}-party`, position: 'partTimeMember' as const, crossFrom: company, person: manager }] : []),
    { unit: `${company}-party`, position: 'secretary', crossFrom: null, person: both ? manager : somebody() },
  ]
}

/** Who answers where: the city, each county with three departments, each town, and each community but the last. */
function dutiesOf(ground: Ground, communities: readonly Area[]): DemoRegisters['duties'] {
  const at = (level: Area['level']): string[] => ground.areas.filter((area) => area.level === level).map((area) => scope(area.code))
  return [
    { area: CITY.code, level: 'county', unit: cityGovernment },
    ...at('county').flatMap((area) => [
      { area, level: 'county' as const, unit: officeOf(area, 'government') },
      ...['housing', 'urban', 'civil'].map((key) => ({ area, level: 'department' as const, unit: officeOf(area, key) })),
    ]),
    ...at('town').map((area) => ({ area, level: 'subdistrict' as const, unit: area })),
    ...communities.slice(0, -1).map(({ code }) => ({ area: scope(code), level: 'community' as const, unit: scope(code) })),
  ]
}

/**
 * The registers of the demonstration, from its seed: compounds of several kinds with their 1+3 bodies, property companies, grid staff, offices and
 * the chain of duty, with gaps as a real register has them. Nobody in them exists, and nobody has an identity number; the phones are no numbers.
 */
export function demoRegisters(ground: Ground): DemoRegisters {
  const random = prng(ground.seed).branch('registers')
  let people = 0
  const making: Making = { random, somebody: () => inventedName(people++) }
  let phones = 100
  const phone = (): string => `100${String(phones++).padStart(8, '0')}`
  const communities = ground.areas.filter((area) => area.level === 'community').slice(0, kept)
  const scopes = new Set(communities.map((area) => scope(area.code)))
  const grids = ground.areas.filter((area) => area.level === 'grid' && scopes.has(scope(area.code).slice(0, 12)))
  const counties = ground.areas.filter((area) => area.level === 'county' && grids.some((grid) => grid.code.startsWith(scope(area.code))))
  const companies = counties.flatMap(larger)
  const estates = new Map(ground.places.filter((place) => place.kind === 'compound').map((place) => [place.area, place.name]))
  const compounds = grids.flatMap((grid) => {
    const name = estates.get(grid.code)
    const inCounty = companies.filter((company) => grid.code.startsWith(company.area)).map((company) => company.id)
    return name === undefined ? [] : [compoundOf(grid, name, inCounty, making)]
  })
  const groups = grids.map((grid) => groupOf(grid, making))
  return {
    units: [
      ...companies,
      ...communities.flatMap(partyOf),
      ...compounds.flatMap(({ units }) => units),
      ...groups.flatMap(({ units }) => units),
    ],
    compounds: compounds.map(({ one }) => one),
    workers: grids.flatMap((grid) => workersOf(grid, making, phone)),
    offices: [...communities.flatMap(({ code }) => officesOf(scope(code), making)), ...groups.flatMap(({ offices }) => offices)],
    duties: dutiesOf(ground, communities),
    marks: [...scopes]
      .filter((_, at) => at % 6 === 1)
      .map((area) => ({ company: `${area}-property`, grounds: '演示：党支部健全，业主满意度连续两年居前。' })),
  }
}
