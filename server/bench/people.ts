import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { systemActor } from '#platform/context'
import { residentCheckDigit } from '#platform/vault'
import { deriveEverybody, sourceOf, takeRecords } from '#modules/people'
import { type BenchCity, openBenchCity } from './rig/city.ts'
import { median, p95, print, printTime, say } from './rig/report.ts'
import { bareServer, timed } from './rig/timing.ts'

/*
 * import.people: records of seven departments about 0.7 times as many persons, with the dirt of real files, taken in as an import takes them:
 * read, checked, hashed, matched, sealed, merged; beside it raw COPY of the same rows as text into a table without an index. find.person: the
 * search by number over HTTP, beside a bare server around the raw reads that it needs. derive: all categories of everybody from nothing; its
 * roofline is one raw read of the facts they look at.
 */

const size = Number(process.argv.slice(2).find((one) => /^\d+$/.test(one)) ?? 20_000)
const batch = 500
const sources = ['police', 'community', 'civil', 'labour', 'insurance', 'disabled', 'health'] as const
const matters = ['', '', '低保', '登记失业', '居民医保', '持证残疾', '高龄津贴']

type Row = Readonly<Record<string, string>>

/** Of a division that never was. */
function numberOf(n: number): string {
  const born = `${1930 + (n % 85)}${String(1 + (n % 12)).padStart(2, '0')}${String(1 + (n % 28)).padStart(2, '0')}`
  const first17 = `99090${1 + (Math.floor(n / 900) % 9)}${born}${String(100 + (Math.floor(n / 7) % 900)).padStart(3, '0')}`
  return first17 + residentCheckDigit(first17)
}

function rowOf(n: number): { source: (typeof sources)[number]; row: Row } {
  const which = n % sources.length
  const person = Math.floor((n * 0.7) % (size * 0.7))
  const number = numberOf(person)
  const dirt = n % 25
  const idNumber = dirt === 3 ? '' : dirt === 7 ? `${number.slice(0, 16)}${number.charAt(17)}${number.charAt(16)}` : number
  return {
    source: sources[which] ?? 'police',
    row: {
      name: `${'甲乙丙丁戊己庚辛壬癸'.charAt(person % 10)}${'子丑寅卯辰巳午未申酉戌亥'.charAt(person % 12)}${person}`,
      idNumber,
      born: `${number.slice(6, 10)}/${Number(number.slice(10, 12))}/${Number(number.slice(12, 14))}`,
      phone: `100${String(person).padStart(8, '0')}`,
      address: `滨河路${person % 300}号${1 + (person % 20)}号楼${1 + (person % 6)}单元`,
      area: '990901001001001',
      household: `H${Math.floor(person / 3)}`,
      benefit: matters[which] ?? '',
      asOf: '2026-10-01',
    },
  }
}

async function importAll(city: BenchCity): Promise<number> {
  const ctx = { ...city.app.context('bench'), actor: systemActor('bench') }
  const known = new Map(await Promise.all(sources.map(async (code) => [code, await sourceOf(ctx, code)] as const)))
  const files = new Map(sources.map((code) => [code, [] as Row[]]))
  for (let n = 0; n < size; n++) {
    const { source, row } = rowOf(n)
    files.get(source)?.push(row)
  }
  const begun = performance.now()
  for (const [code, rows] of files) {
    const source = known.get(code)
    if (!source) continue
    for (let at = 0; at < rows.length; at += batch) {
      const lines = rows.slice(at, at + batch).map((cells, n) => ({ line: at + n + 2, cells }))
      await takeRecords({ ...ctx, now: new Date() }, { source, run: null, area: '990901', dry: false }, lines)
    }
  }
  return size / ((performance.now() - begun) / 1000)
}

async function copyAll({ raw }: BenchCity): Promise<number> {
  await raw.query('create schema if not exists bench')
  await raw.query('drop table if exists bench.copied')
  await raw.query(
    'create table bench.copied (source text, name text, id text, born text, phone text, address text, area text, household text, benefit text, as_of text)',
  )
  const lines = Array.from({ length: size }, (_, n) => {
    const { source, row } = rowOf(n)
    return `${[source, ...Object.values(row)].join('\t')}\n`
  })
  const file = join(mkdtempSync(join(tmpdir(), 'linli-copy-')), 'records')
  writeFileSync(file, lines.join(''))
  chmodSync(dirname(file), 0o755)
  const begun = performance.now()
  await raw.query(`copy bench.copied from '${file}'`)
  const rate = size / ((performance.now() - begun) / 1000)
  rmSync(dirname(file), { recursive: true })
  return rate
}

const city = await openBenchCity({ working: false })
say(`taking in ${size} records …`)
const rate = await importAll(city)
const roofline = median([await copyAll(city), await copyAll(city), await copyAll(city)])
print({ name: `import.people.${size}`, value: rate, unit: 'records/s', roofline, ratio: rate / roofline })

await city.raw.query('vacuum analyze')
const cookie = await city.cookie('people')
const hash = city.app.city.vault.hash('idNumber', numberOf(40))
const url = `${city.url}/api/people/search`
const body = JSON.stringify({ by: 'idNumber', value: numberOf(40), purpose: 'visit' })
const headers = { cookie, 'content-type': 'application/json' }
const bare = await bareServer(async () => {
  const { rows } = await city.raw.query(
    `select p.*, s.wrapped, (select json_agg(f) from vault.field f where f.region = p.region and f.subject_id = p.id) as fields
     from people.identity i join people.person p on p.id = i.person_id join vault.subject s on s.region = p.region and s.id = p.id where i.hash = $1`,
    [hash],
  )
  await city.raw.query(
    "insert into people.lookup (id, account, by, purpose, found, at) values (gen_random_uuid(), 'bench', 'idNumber', 'visit', 1, now() - interval '2 hours')",
  )
  return JSON.stringify(rows).slice(0, 300)
})
const samples = 25
const [product, raw] = await timed([{ url, method: 'POST', headers, body }, { url: bare.url }], samples, 3)
bare.close()
printTime(`find.person.${size}`, p95(product?.ms ?? []), p95(raw?.ms ?? []))

const ctx = city.app.context('bench')
await city.raw.query('delete from people.tag')
let begun = performance.now()
const persons = await deriveEverybody({ ...ctx, now: new Date() })
const derived = performance.now() - begun
begun = performance.now()
await city.raw.query(
  `select p.id, p.born, (select json_agg(m.born) from people.person m where m.household_id = p.household_id), (select json_agg(r.benefit) from people.record r where r.person_id = p.id)
   from people.person p where p.state = 'kept'`,
)
const facts = performance.now() - begun
print({ name: `derive.${persons}`, value: derived, unit: 'ms', roofline: facts, ratio: facts / derived })
await city.close()
