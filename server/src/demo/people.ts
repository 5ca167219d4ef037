import { type Context, systemActor } from '#platform/context'
import { residentCheckDigit } from '#platform/vault'
import { sourceOf, takeRecords } from '#modules/people'
import type { Ground, GroundAddress, Prng } from './ground/index.ts'
import { prng } from './ground/index.ts'

/** Persons in the demonstration, whatever its scale: enough to look at, cheap to begin. */
const howMany = 240

const stems = [...'甲乙丙丁戊己庚辛壬癸']
const branches = [...'子丑寅卯辰巳午未申酉戌亥']

/** The n-th person: nobody is called so. */
const nameOf = (n: number): string => `${stems[n % 10]}${branches[Math.floor(n / 10) % 12]}${stems[Math.floor(n / 120) % 10]}`

interface Somebody {
  readonly name: string
  readonly born: string
  readonly number: string
  readonly sex: string
  readonly phone: string
  readonly home: GroundAddress
  readonly household: string
  readonly ethnicity: string
}

/** Of division 9909, which never was: the number can belong to nobody. */
function numberOf(born: string, order: number): string {
  const first17 = `990901${born}${String(order % 1000).padStart(3, '0')}`
  return first17 + residentCheckDigit(first17)
}

function somebody(n: number, homes: readonly GroundAddress[], random: Prng): Somebody {
  const household = Math.floor(n / 2.4)
  const year = random.next() < 0.34 ? random.whole(1934, 1965) : random.whole(1966, 2021)
  const born = `${year}${String(random.whole(1, 12)).padStart(2, '0')}${String(random.whole(1, 28)).padStart(2, '0')}`
  const home = homes[household % homes.length]
  if (!home) throw new Error('the demonstration has homes')
  return {
    name: nameOf(n),
    born,
    number: numberOf(born, n + 100),
    sex: (n + 100) % 2 === 1 ? '男' : '女',
    phone: `1000001${String(n).padStart(4, '0')}`,
    home,
    household: `H-${household}`,
    ethnicity: random.pick(['汉族', '汉族', '汉族', '汉族', '蒙古族', '满族', '回族']),
  }
}

type Row = Readonly<Record<string, string>>

/** The dirt of real files: full-width signs, old numbers of 15 digits, a slip in a number, no number at all. */
function dirty(one: Somebody, row: Row, random: Prng): Row {
  const draw = random.next()
  const { number } = one
  if (draw < 0.06) return { ...row, idNumber: number.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)) }
  if (draw < 0.12 && one.born < '2000') return { ...row, idNumber: number.slice(0, 6) + number.slice(8, 17) }
  if (draw < 0.17) return { ...row, idNumber: number.slice(0, 16) + number.charAt(17) + number.charAt(16), born: one.born }
  if (draw < 0.26)
    return { ...row, idNumber: '', born: `${one.born.slice(0, 4)}/${Number(one.born.slice(4, 6))}/${Number(one.born.slice(6))}` }
  return row
}

const asOf = (random: Prng): string =>
  `2026-${String(random.whole(1, 10)).padStart(2, '0')}-${String(random.whole(1, 28)).padStart(2, '0')}`

/** What each department knows, from the household register to a visit. */
function files(people: readonly Somebody[], random: Prng): { source: string; rows: Row[] }[] {
  const some = (share: number, source: string, more: (one: Somebody, n: number) => Row) => ({
    source,
    rows: people.flatMap((one, n) =>
      random.next() < share ? [dirty(one, { name: one.name, idNumber: one.number, asOf: asOf(random), ...more(one, n) }, random)] : [],
    ),
  })
  const old = (one: Somebody, by: string): boolean => one.born <= by
  return [
    {
      source: 'police',
      rows: people.map((one) => ({
        name: one.name,
        idNumber: one.number,
        sex: one.sex,
        ethnicity: one.ethnicity,
        address: one.home.text,
        area: one.home.grid,
        household: one.household,
        asOf: asOf(random),
      })),
    },
    some(0.55, 'community', (one) => ({ phone: one.phone, address: one.home.text, area: one.home.grid })),
    some(0.1, 'civil', (one, n) => ({
      benefit: old(one, '19650101') ? '特困' : '低保',
      level: n % 2 === 0 ? 'A' : 'B',
      from: '2025-01-01',
    })),
    some(0.08, 'disabled', (one, n) => ({ benefit: '持证残疾', level: String(1 + (n % 4)), phone: one.phone })),
    some(0.07, 'labour', () => ({ benefit: '登记失业', from: '2026-03-01' })),
    some(0.05, 'veterans', (one) => ({ benefit: '退役军人', phone: one.phone })),
    some(0.3, 'insurance', (one) => ({ phone: one.phone, benefit: '居民医保' })),
  ]
}

/** Records of several departments about plainly invented persons, the first of whom is the resident who can sign in. */
export async function seedRecords(ctx: Context, ground: Ground): Promise<void> {
  const random = prng(990_900_60).branch('people')
  const homes = ground.addresses.filter((one) => one.home).slice(0, 100)
  const resident: Somebody = { ...somebody(0, homes, random), name: '演示居民甲', phone: '10000000001' }
  const people = [resident, ...Array.from({ length: howMany - 1 }, (_, n) => somebody(n + 1, homes, random))]
  const inside = { ...ctx, actor: systemActor('demonstration') }
  const area = resident.home.grid.slice(0, 6)
  for (const { source, rows } of files(people, random)) {
    const lines = rows.map((cells, at) => ({ line: at + 2, cells }))
    await takeRecords(inside, { source: await sourceOf(inside, source), run: null, area, dry: false }, lines)
  }
  const known = { name: resident.name, idNumber: resident.number, phone: resident.phone, asOf: '2026-10-01' }
  await takeRecords(inside, { source: await sourceOf(inside, 'service'), run: null, area, dry: false }, [{ line: 2, cells: known }])
}
