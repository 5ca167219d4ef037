import { beforeAll, describe, expect, it } from 'vitest'
import { seedCases } from '../../../demo/cases.ts'
import { makeGround } from '../../../demo/ground/index.ts'
import { type Person, type Reply, world } from '../../../../test/world.ts'

const w = world()
const who: Record<string, Person> = {}
const county = '990901'

interface Row {
  readonly id: string
  readonly area: { readonly code: string }
  readonly order: { readonly unit: string } | null
}
interface Figure {
  readonly key: string
  readonly value: number | null
  readonly n: number
  readonly base: number | null
  readonly silent: { readonly n: number } | null
  readonly interval: { readonly low: number; readonly high: number } | null
  readonly periods: readonly { readonly month: string; readonly n: number }[]
  readonly kind: string
}

beforeAll(async () => {
  await seedCases(w.context(), makeGround('small'), { holders: new Map(), residents: [] })
  for (const name of ['supervisor', 'dispatcher2', 'housinglead', 'housing', 'community', 'citydesk', 'resident', 'gridworker', 'system'])
    who[name] = await w.as(name)
})

const get = async (name: string, path: string): Promise<Reply> => {
  const one = who[name]
  if (!one) throw new Error(`nobody is called ${name}`)
  return one.get(path)
}
const figures = async (name: string, query = ''): Promise<readonly Figure[]> => {
  const reply = await get(name, `/api/figures?from=2026-01&to=2026-12${query}`)
  expect(reply.status).toBe(200)
  return (reply.body as { figures: Figure[] }).figures
}

async function allRows(name: string, key: string, query: string): Promise<Row[]> {
  const rows: Row[] = []
  for (let after = ''; ; ) {
    const page = (await get(name, `/api/figures/${key}/rows?from=2026-01&to=2026-12&limit=200${query}${after}`)).body as {
      items: Row[]
      next: string | null
    }
    rows.push(...page.items)
    if (!page.next) return rows
    after = `&after=${page.next}`
  }
}

describe('a page of figures', () => {
  it('has at most eight, each with n/N and twelve months that add up', async () => {
    for (const set of ['main', 'promises', 'results', 'effort']) {
      const page = await figures('supervisor', `&set=${set}`)
      expect(page.length).toBeGreaterThan(4)
      expect(page.length).toBeLessThanOrEqual(8)
      for (const one of page) {
        expect(one.periods.map((period) => period.month)).toHaveLength(12)
        expect(one.periods.reduce((sum, period) => sum + period.n, 0)).toBe(one.n)
        expect(one.kind === 'count').toBe(one.base === null)
        if (one.kind === 'share') expect(one.n).toBeLessThanOrEqual(one.base ?? 0)
      }
    }
  })

  it('shows silence beside solved and satisfied, and an interval where only some answered', async () => {
    const page = await figures('supervisor')
    const [solved, satisfied] = [page.find((one) => one.key === 'solved'), page.find((one) => one.key === 'satisfied')]
    expect(solved?.silent?.n).toBeGreaterThan(0)
    expect(solved?.interval).toBeNull()
    expect(satisfied?.silent?.n).toBeGreaterThan(0)
    expect(satisfied?.interval?.low).toBeLessThan(satisfied?.value ?? 0)
  })

  it('opens exactly as many rows as its numbers say, whatever the filter', { timeout: 120_000 }, async () => {
    const asked = [
      '',
      `&area=${county}001`,
      '&unit=990901-water',
      '&category=21',
      '&channel=phone',
      `&area=${county}&unit=990901-water&channel=app`,
    ]
    for (const query of asked) {
      for (const one of [...(await figures('supervisor', query)), ...(await figures('supervisor', `${query}&set=results`))]) {
        const name = `${one.key}${query}`
        if (one.kind !== 'mean') expect([name, (await allRows('supervisor', one.key, query)).length]).toEqual([name, one.n])
        if (one.base === null) continue
        expect([name, (await allRows('supervisor', one.key, `${query}&part=base`)).length]).toEqual([name, one.base])
        if (one.kind === 'share')
          expect([name, (await allRows('supervisor', one.key, `${query}&part=rest`)).length]).toEqual([name, one.base - one.n])
      }
    }
  })

  it('reads months that are asked for, and refuses more than twelve', async () => {
    const reply = await get('supervisor', '/api/figures')
    expect(reply.body).toMatchObject({ from: '2026-09', to: '2026-11', area: { code: county, level: 'county' }, unit: null })
    expect((await get('supervisor', '/api/figures?from=2025-01&to=2026-12')).body).toMatchObject({ status: 422, code: 'figures.span' })
    expect((await get('supervisor', '/api/figures?from=2026-13')).status).toBe(400 + 22)
    expect((await get('supervisor', '/api/figures?area=12345')).status).toBe(400 + 22)
  })
})

describe('a card', () => {
  it('says what it counts, of what and without what, in both languages, and compares in points', async () => {
    const reply = await get('supervisor', '/api/figures/finish?from=2026-11&to=2026-11')
    expect(reply.status).toBe(200)
    const card = reply.body as {
      formula: { zh: string; en: string }
      basis: { zh: string }
      exclusions: { zh: string }
      before: { from: string; difference: { zh: string; en: string } | null }
    }
    for (const text of [card.formula.zh, card.formula.en, card.basis.zh, card.exclusions.zh]) expect(text.length).toBeGreaterThan(4)
    expect(card.before.from).toBe('2026-10')
    expect(card.before.difference?.zh ?? '持平').toMatch(/个百分点|持平/)
    expect((await get('supervisor', '/api/figures/nothing')).body).toMatchObject({ status: 404, code: 'figures.unknown' })
  })

  it('keeps a baseline with its source, in the own area only', async () => {
    const body = { area: county, value: 48, asOf: '2024-12-31', source: '2024 年人工台账抽样 200 件' }
    expect((await who['supervisor']?.post('/api/figures/responseTime/baselines', body))?.status).toBe(201)
    expect((await who['supervisor']?.post('/api/figures/responseTime/baselines', { ...body, source: '' }))?.status).toBe(422)
    expect((await who['supervisor']?.post('/api/figures/responseTime/baselines', { ...body, area: '990902' }))?.body).toMatchObject({
      code: 'figures.outside',
    })
    const card = (await get('supervisor', '/api/figures/responseTime?from=2026-01&to=2026-12')).body as {
      baselines: { source: string; difference: { zh: string } }[]
    }
    expect(card.baselines[0]).toMatchObject({ source: body.source, value: 48 })
    expect(card.baselines[0]?.difference.zh).toMatch(/^少 .*%$/)
  })

  it('is told apart by what matters are about', async () => {
    const parts = (await get('supervisor', '/api/figures/reported/parts?by=category&from=2026-01&to=2026-12')).body as {
      items: { n: number; name: { zh: string } }[]
      more: number
    }
    const whole = (await figures('supervisor')).find((one) => one.key === 'reported')
    expect(parts.items.length).toBeGreaterThan(3)
    if (parts.more === 0) expect(parts.items.reduce((sum, one) => sum + one.n, 0)).toBe(whole?.n)
    expect(parts.items.map((one) => one.n)).toEqual(parts.items.map((one) => one.n).toSorted((a, b) => b - a))
  })
})

describe('who sees what', () => {
  it('is not another county', async () => {
    expect((await get('supervisor', '/api/figures?area=990902')).body).toMatchObject({ status: 403, code: 'figures.outside' })
    expect((await get('supervisor', '/api/figures?area=9909')).status).toBe(403)
    expect((await get('dispatcher2', `/api/figures/reported/rows?area=${county}`)).status).toBe(403)
    expect((await get('community', `/api/figures?area=${county}001`)).status).toBe(403)
    expect((await get('community', '/api/figures')).body).toMatchObject({ area: { code: `${county}001001` } })
    expect((await get('citydesk', '/api/figures?area=990902')).status).toBe(200)
  })

  it('is their own unit for people of a department, and its rows', async () => {
    for (const name of ['housing', 'housinglead']) {
      const reply = await get(name, '/api/figures?from=2026-01&to=2026-12')
      expect(reply.body).toMatchObject({ unit: { id: '990901-housing' } })
      expect((await get(name, '/api/figures?unit=990901-water')).body).toMatchObject({ status: 403, code: 'figures.outside' })
      expect((await get(name, '/api/figures/returned/rows?unit=990901-water')).status).toBe(403)
    }
    const own = (await figures('housinglead')).find((one) => one.key === 'response')
    expect(await allRows('housinglead', 'response', '')).toHaveLength(own?.n ?? -1)
  })

  it('is nobody else: residents, grid workers, administrators', async () => {
    for (const name of ['resident', 'gridworker', 'system']) expect((await get(name, '/api/figures')).status).toBe(403)
    expect((await get('system', '/api/figures/check')).body).toMatchObject({ at: null, differing: 0 })
    expect((await get('housing', '/api/figures/check')).status).toBe(403)
  })
})
