import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Agreement, type Directory, type Entry, inForce, readRuleId, ruleId } from './directory.ts'
import { bindingAgreement, type CaseFacts, type Named, rulesFor, suggest } from './suggest.ts'

const named: Named = {
  category: (prefix) => (prefix === '' ? { zh: '全部类别', en: 'all categories' } : { zh: `类${prefix}`, en: `class ${prefix}` }),
  area: (scope) => (scope === '' ? { zh: '全市', en: 'the whole city' } : { zh: `区${scope}`, en: `area ${scope}` }),
}

const entry = (about: Partial<Entry>): Entry => ({
  category: '',
  area: '',
  severity: null,
  lead: 'city-government',
  support: [],
  basisKind: 'law',
  basis: { zh: '某法第一条', en: 'article 1 of some law' },
  grassRootsAllowed: false,
  precedents: [],
  ...about,
})

const directory = (...entries: Entry[]): Directory => ({ number: 3, validFrom: new Date('2026-06-30T16:00:00Z'), entries })
const heating: CaseFacts = { category: '21004', area: '210911001003', severity: 'large' }

describe('suggest', { timeout: 30_000 }, () => {
  const whole = directory(
    entry({}),
    entry({ category: '21', lead: 'housing-bureau' }),
    entry({ category: '21004', lead: 'heating-office', support: ['heating-company', '@community'] }),
    entry({ category: '21004', area: '210911', lead: 'xihe-housing-bureau', support: ['heating-company'], basisKind: 'duties' }),
    entry({ category: '20001', severity: 'small', lead: '@property', grassRootsAllowed: true }),
    entry({ category: '20001', severity: 'large', lead: '@community', grassRootsAllowed: true }),
  )

  it('lets the most specific rule win: class first, then place', () => {
    expect(suggest(whole, heating, {}, named)?.lead).toBe('xihe-housing-bureau')
    expect(suggest(whole, { ...heating, area: '210902001001' }, {}, named)?.lead).toBe('heating-office')
    expect(suggest(whole, { ...heating, category: '21001' }, {}, named)?.lead).toBe('housing-bureau')
    expect(suggest(whole, { ...heating, category: '29999' }, {}, named)?.lead).toBe('city-government')
  })

  it('says by which rule of which edition, from when, and on what it rests, in both languages', () => {
    const found = suggest(whole, heating, {}, named)
    expect(found?.because).toEqual({
      rule: '21004.210911.any',
      edition: 3,
      say: {
        zh: '派单目录第 3 版（2026-07-01 起）：区210911的「类21004」由该单位主办。依据：三定规定，某法第一条。',
        en: 'Directory, edition 3 (from 2026-07-01): “class 21004” in area 210911 is led by this unit. Basis: statute of duties, article 1 of some law.',
      },
    })
  })

  it('names the next rules with another lead as alternatives, each with its reason', () => {
    const found = suggest(whole, heating, {}, named)
    expect(found?.alternatives.map((one) => [one.unit, one.because.rule])).toEqual([
      ['heating-office', '21004.all.any'],
      ['housing-bureau', '21.all.any'],
      ['city-government', 'all.all.any'],
    ])
  })

  it('sends the small to the property company and the large to the community of the place (000-04)', () => {
    const place = { '@property': 'sunny-property', '@community': 'heping' }
    const matter = { category: '20001', area: '210911001003' }
    expect(suggest(whole, { ...matter, severity: 'small' }, place, named)?.lead).toBe('sunny-property')
    expect(suggest(whole, { ...matter, severity: 'large' }, place, named)?.lead).toBe('heping')
    expect(suggest(whole, { ...matter, severity: 'joint' }, place, named)?.lead).toBe('city-government')
    expect(suggest(whole, { ...matter, severity: 'small' }, {}, named)?.lead).toBe('city-government')
    expect(suggest(whole, { ...matter, severity: null }, place, named)?.lead).toBe('city-government')
  })

  it('names helping bodies of the place, and the lead never as its own help', () => {
    expect(suggest(whole, { ...heating, area: '210902001001' }, { '@community': 'wulong' }, named)?.support).toEqual([
      'heating-company',
      'wulong',
    ])
    const own = directory(entry({ support: ['city-government', 'other', 'other'] }))
    expect(suggest(own, heating, {}, named)?.support).toEqual(['other'])
  })

  it('is silent where no rule speaks', () => {
    expect(suggest(directory(), heating, {}, named)).toBeNull()
    expect(suggest(directory(entry({ category: '20' }), entry({ area: '210902' })), heating, {}, named)).toBeNull()
    expect(suggest(directory(entry({ lead: '@community' })), heating, {}, named)).toBeNull()
  })

  it('chooses as a plain search does, whatever the order of the rules', () => {
    const about = fc.record({
      category: fc.constantFrom('', '20', '21', '210', '21001', '21004'),
      area: fc.constantFrom('', '2109', '210911', '210911001', '210902'),
      severity: fc.constantFrom(null, 'small', 'large', 'joint'),
    })
    const rules = fc
      .uniqueArray(about, { selector: ruleId, maxLength: 25 })
      .map((list) => list.map((one) => entry({ ...one, lead: ruleId(one) })))
    const facts = fc.record({
      category: fc.constantFrom('20001', '21001', '21004', '29999'),
      area: fc.constantFrom('210911001003', '210902001001', '2109'),
      severity: fc.constantFrom('small', 'large', 'joint'),
    })
    const plain = (list: readonly Entry[], one: CaseFacts): string | null => {
      for (let c = 5; c >= 0; c--)
        for (let a = 12; a >= 0; a--)
          for (const severity of [one.severity, null]) {
            const found = list.find(
              (rule) => rule.category === one.category.slice(0, c) && rule.area === one.area.slice(0, a) && rule.severity === severity,
            )
            if (found && found.category.length === c && found.area.length === a) return found.lead
          }
      return null
    }
    fc.assert(
      fc.property(rules, facts, fc.integer(), (list, one, turn) => {
        const turned = list.map((rule, index) => ({ rule, key: (index * 7919 + turn) % 101 })).toSorted((a, b) => a.key - b.key)
        const chosen = suggest(directory(...turned.map(({ rule }) => rule)), one, {}, named)
        expect(chosen?.lead ?? null).toBe(plain(list, one))
        const leads = [chosen?.lead, ...(chosen?.alternatives ?? []).map((other) => other.unit)]
        expect(new Set(leads).size).toBe(leads.length)
        expect(rulesFor(directory(...list), one).length).toBeGreaterThanOrEqual(leads.filter(Boolean).length)
      }),
      { numRuns: 400 },
    )
  })
})

describe('rule ids', () => {
  it('say what the rule speaks of, and are read back', () => {
    for (const about of [
      { category: '21004', area: '210911', severity: null },
      { category: '', area: '', severity: null },
      { category: '20', area: '', severity: 'small' },
    ] as const)
      expect(readRuleId(ruleId(about))).toEqual(about)
    for (const wrong of ['', '2.all.any', 'all.all', 'all.all.huge', '21004.21x.any', 'C01037.all.any', 'all.all.any '])
      expect(readRuleId(wrong)).toBeNull()
  })
})

describe('inForce', () => {
  const edition = (number: number, from: string) => ({ number, validFrom: new Date(from) })
  const all = [edition(1, '2026-01-01T00:00:00+08:00'), edition(3, '2026-12-01T00:00:00+08:00'), edition(2, '2026-07-01T00:00:00+08:00')]

  it('is the last edition that had begun', () => {
    expect(inForce(all, new Date('2026-06-30T23:59:59+08:00'))?.number).toBe(1)
    expect(inForce(all, new Date('2026-07-01T00:00:00+08:00'))?.number).toBe(2)
    expect(inForce(all, new Date('2027-01-01T00:00:00+08:00'))?.number).toBe(3)
    expect(inForce(all, new Date('2025-12-31T23:59:59+08:00'))).toBeNull()
  })
})

describe('bindingAgreement', () => {
  const agreement: Agreement = {
    id: 'a',
    title: { zh: '和平社区与住建局联建协议', en: 'Heping and housing bureau' },
    units: ['heping', 'housing-bureau'],
    categories: ['20', '21005'],
    area: '210911',
    validFrom: '2026-03-01',
    validTo: '2026-12-31',
  }
  const matter = { category: '20007', area: '210911001003' }
  const bound = (unit: string, about: typeof matter, date: string): boolean => bindingAgreement([agreement], unit, about, date) !== null

  it('binds both units, for what it lists, where it says, from its first day to its last', () => {
    expect(bound('heping', matter, '2026-03-01')).toBe(true)
    expect(bound('housing-bureau', { ...matter, category: '21005' }, '2026-12-31')).toBe(true)
    expect(bound('another', matter, '2026-06-01')).toBe(false)
    expect(bound('heping', { ...matter, category: '21004' }, '2026-06-01')).toBe(false)
    expect(bound('heping', { ...matter, area: '210902001001' }, '2026-06-01')).toBe(false)
    expect(bound('heping', matter, '2026-02-28')).toBe(false)
    expect(bound('heping', matter, '2027-01-01')).toBe(false)
    expect(bindingAgreement([{ ...agreement, validTo: null }], 'heping', matter, '2040-01-01')).not.toBeNull()
  })
})
