import { expect, it } from 'vitest'
import type { Directory, Entry } from './directory.ts'
import { weigh, whyNots, weighedSay } from './weigh.ts'

const entry = (about: Partial<Entry>): Entry => ({
  category: '',
  area: '',
  severity: null,
  lead: 'government',
  support: [],
  basisKind: 'law',
  basis: { zh: '某法', en: 'some law' },
  grassRootsAllowed: true,
  precedents: [],
  ...about,
})
const directory: Directory = {
  number: 2,
  validFrom: new Date(0),
  entries: [
    entry({}),
    entry({ category: '20', lead: 'bureau' }),
    entry({ category: '20', area: '2109', lead: 'office' }),
    entry({ category: '20001', area: '2109', severity: 'small', lead: '@property' }),
    entry({ category: '20001', area: '2109', lead: '@community' }),
    entry({ category: '20001', lead: 'office' }),
    entry({ category: '31', lead: 'elsewhere' }),
  ],
}
const facts = { category: '20001', area: '210911001', severity: 'small' } as const
const seen = (severity: 'small' | null, place: { '@property'?: string; '@community'?: string }): string[] =>
  weigh(directory, { ...facts, severity }, place).map((one) => `${one.rule} ${one.unit ?? '-'} ${one.because}`)

it('says of every rule that speaks of the matter whether it decides, and if not, why', () => {
  expect(seen('small', { '@property': 'sunny', '@community': 'heping' })).toEqual([
    '20001.2109.small sunny chosen',
    '20001.2109.any heping anySeverity',
    '20001.all.any office widerArea',
    '20.2109.any office widerClass',
    '20.all.any bureau widerClass',
    'all.all.any government widerClass',
  ])
})

it('passes over a body that this place does not have, and a severity that nobody knows yet', () => {
  expect(seen('small', { '@community': 'office' }).slice(0, 3)).toEqual([
    '20001.2109.small - nobodyHere',
    '20001.2109.any office chosen',
    '20001.all.any office sameUnit',
  ])
  expect(seen(null, { '@property': 'sunny' }).slice(0, 3)).toEqual([
    '20001.2109.small sunny severityUnknown',
    '20001.2109.any - nobodyHere',
    '20001.all.any office chosen',
  ])
})

it('decides nothing where no rule names anybody', () => {
  const bare = { ...directory, entries: [entry({ lead: '@property' })] }
  expect(weigh(bare, facts, {})).toEqual([{ rule: 'all.all.any', unit: null, because: 'nobodyHere' }])
})

it('has words for every reason', () => {
  for (const code of whyNots) expect(weighedSay[code].zh.length * weighedSay[code].en.length).toBeGreaterThan(0)
})
