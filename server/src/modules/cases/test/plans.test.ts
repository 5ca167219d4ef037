import { beforeAll, describe, expect, it } from 'vitest'
import type { Context, Post } from '#platform/context'
import type { Query } from '#platform/db'
import { world } from '../../../../test/world.ts'
import { type CaseFilter, pageOfCases } from '../queries/conditions.ts'
import { listCases } from '../queries/list.ts'
import { candidatesQuery } from '../queries/repeats.ts'

const city = world()

/** Rows that differ as those of a city do: 10 counties of 10 communities each, few matters open, few of a rare class, channel or mark. */
const rows = 4000
const fill = `insert into cases."case" (region, id, version, state, area, clocks, due_at, number, channel, title, text, grams, category, severity, emergency, photos,
    subject_region, subject_id, has_phone, anonymous, code_hash, reported_at, orders_open, reopened, reporter_silent, waited_days, reminded, escalated, supervised, handlers, released)
  select '9909' || lpad((n % 10)::text, 2, '0'), gen_random_uuid(), 1, case when n % 50 = 0 then 'registered' else 'closed' end,
    '9909' || lpad((n % 10)::text, 2, '0') || '001' || lpad((n / 10 % 10)::text, 3, '0') || '001', '[]', case when n % 50 = 0 then now() - n * interval '1 hour' end,
    '990900-250101-' || lpad(n::text, 5, '0') || '-1', case when n % 100 = 0 then 'paper' else 'app' end, 't', '楼道' || case when n % 500 = 0 then '井盖' else '' end,
    case when n % 500 = 0 then '{楼道,道井,井盖}' else '{楼道}' end::text[], case when n % 200 = 0 then '20007' else '01002' end, 'small', false, '{}',
    '990900', gen_random_uuid(), false, true, '\\x00', now() - n * interval '1 hour', 0, 0, false, 0, 0, false, case when n % 400 = 0 then 'red' end, '{}', false
  from generate_series(1, ${rows}) n`
const orders = `insert into cases.work_order (region, id, version, state, area, clocks, case_id, unit, lead, post, dispatched_at, reported_at, returned, ruled, extended, photos, category, channel)
  select region, id, 1, 'dispatched', area, '[]', id, case when number like '%0-1' then 'rare' else 'unit' || (version * length(id::text) + ascii(right(id::text, 1))) end, true, 'p', now(), now(), false, false, false, '{}', category, channel from cases."case"`

const post = (role: Post['role'], org: string, area: string): Post => ({ id: `${role}:${org}:${area}`, role, org, area })
const cityDesk = post('dispatcher', 'city', '9909')
const countyDesk = post('dispatcher', 'centre', '990901')
const communityDesk = post('dispatcher', 'centre', '990901001001')
const unit = post('departmentHandler', 'rare', '990901')

interface Node {
  readonly 'Node Type': string
  readonly 'Index Name'?: string
  readonly Plans?: readonly Node[]
}

function scansOf(node: Node): string[] {
  const own = node['Node Type'] === 'Seq Scan' ? ['Seq Scan'] : node['Index Name'] ? [node['Index Name']] : []
  return [...own, ...(node.Plans ?? []).flatMap(scansOf)]
}

const by = (posts: readonly Post[]): Context => ({ ...city.context(), actor: { ...city.context().actor, kind: 'staff', posts } })

/** What a statement is read by. */
async function scansOfQuery({ text, values }: Pick<Query, 'text' | 'values'>): Promise<string[]> {
  // A table of 4,000 rows is read whole for little; what is read whole all the same has no index.
  const [plan] = await city.db.transaction(async (db) => {
    await db.query({ text: 'set local enable_seqscan = off', values: [] })
    return db.query<{ 'QUERY PLAN': readonly { Plan: Node }[] }>({ text: `explain (format json) ${text}`, values })
  })
  return scansOf(plan?.['QUERY PLAN'][0]?.Plan ?? { 'Node Type': 'nothing' })
}

/** What the first page of a list is read by. */
async function readBy(posts: readonly Post[], filter: CaseFilter, order = 'c.id desc'): Promise<string[]> {
  const ctx = by(posts)
  const beyond = (): string[] => (order === 'c.id desc' ? [] : ['c.due_at is not null'])
  const { text, values } = pageOfCases(ctx, filter, 'c.id', { order, beyond, limit: 51 })
  return scansOfQuery({ text, values })
}

beforeAll(async () => {
  for (const text of [fill, orders, 'analyze cases."case"', 'analyze cases.work_order']) await city.db.query({ text, values: [] })
})

describe('a list of cases is read along an index that has its order, or along its rarest filter', () => {
  it.each<[string, readonly Post[], CaseFilter, string]>([
    ['the whole city', [cityDesk], {}, 'case_newest'],
    ['a county', [countyDesk], {}, 'case_county'],
    ['a community', [communityDesk], {}, 'case_community'],
    ['an area within the city', [cityDesk], { area: '990902000000000' }, 'case_county'],
    ['a rare class', [cityDesk], { category: '20007' }, 'case_category'],
    ['a state that few are in', [cityDesk], { state: 'registered' }, 'case_in_state'],
    ['a rare channel', [cityDesk], { channel: 'paper' }, 'case_channel'],
    ['supervised matters', [cityDesk], { supervised: true }, 'case_supervised'],
    ['rare characters', [cityDesk], { q: '井盖' }, 'case_grams'],
    ['characters that every matter has', [cityDesk], { q: '楼道' }, 'case_newest'],
    ['a number', [cityDesk], { q: '990901-250101-00001-5' }, 'case_number'],
  ])('%s', async (_, posts, filter, index) => {
    expect(await readBy(posts, filter)).toEqual([index])
  })

  it('by due time', async () => {
    expect(await readBy([cityDesk], {}, 'c.due_at, c.id')).toEqual(['case_due'])
    expect(await readBy([communityDesk], {}, 'c.due_at, c.id')).toEqual(['case_community_due'])
  })

  it('what a unit holds beside what lies in its area: two pages joined, nothing read whole', async () => {
    const scans = await readBy([communityDesk, unit], {})
    expect(scans).toContain('case_community')
    expect(scans).toContain('work_order_unit')
    expect(scans).not.toContain('Seq Scan')
  })

  it.each([
    ['with a point', 121.6],
    ['with an area alone', null],
  ])('matters that look the same, %s: bounded parts of indexes, nothing read whole', async (_, lon) => {
    const about = { title: '井盖', text: '楼道井盖丢了', lon, lat: lon && 42, category: '01002', at: city.now() }
    const query = candidatesQuery({ ...about, region: '990901', area: '990901001001001' }, (gram) => gram.length)
    const scans = await scansOfQuery(query)
    for (const index of [...(lon === null ? [] : ['case_place']), 'case_community', 'case_grams']) expect(scans).toContain(index)
    expect(scans).not.toContain('Seq Scan')
  })
})

describe('a search finds each matter once, newest first, page by page', () => {
  async function found(posts: readonly Post[], filter: CaseFilter): Promise<string[]> {
    const ids: string[] = []
    for (let after: string | undefined; ; ) {
      const page = await listCases(by(posts), { ...filter, limit: 3, ...(after !== undefined && { after }) })
      ids.push(...page.items.map((item) => item.id))
      if (page.next === null) return ids
      after = page.next
    }
  }

  it.each<[string, readonly Post[], CaseFilter, string]>([
    ['rare characters', [cityDesk], { q: '井盖' }, "text like '%井盖%'"],
    ['more than a pair', [cityDesk], { q: '道井盖' }, "text like '%道井盖%'"],
    ['characters that stand apart', [cityDesk], { q: '楼盖' }, 'false'],
    ['frequent characters of few matters', [cityDesk], { q: '楼道', state: 'registered' }, "state = 'registered'"],
    ['what a unit holds beside an area without any', [communityDesk, unit], { q: '井盖' }, "text like '%井盖%'"],
  ])('%s', async (_, posts, filter, condition) => {
    const all = await city.db.query<{ id: string }>({ text: `select id from cases."case" where ${condition} order by id desc`, values: [] })
    expect(await found(posts, filter)).toEqual(all.map((row) => row.id))
  })

  it('of characters that every matter has, a page at once', async () => {
    const { items, next } = await listCases(by([cityDesk]), { q: '楼道' })
    expect(items).toHaveLength(50)
    expect(next).toBe(items.at(-1)?.id)
  })
})
