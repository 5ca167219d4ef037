import { describe, expect, it } from 'vitest'
import type { Directory, Entry } from './directory.ts'
import { faultsIn, type Known } from './faults.ts'
import { mayDispatch, mayDispatchBy, mayNotReturn } from './may-dispatch.ts'

const entry = (about: Partial<Entry>): Entry => ({
  category: '',
  area: '',
  severity: null,
  lead: 'government',
  support: [],
  basisKind: 'law',
  basis: { zh: '某法', en: 'some law' },
  grassRootsAllowed: false,
  precedents: [],
  ...about,
})

describe('mayDispatch', () => {
  it('keeps a department’s matter from community and grid, whoever sends it', () => {
    for (const level of ['community', 'grid'] as const) {
      const refusal = mayDispatch({ grassRootsAllowed: false }, level)
      expect(refusal?.code).toBe('directory.department-matter')
      expect(refusal?.kind).toBe('invalid')
      expect(refusal?.say.zh).toContain('66号')
    }
  })

  it('lets it go to a department, a subdistrict or a company, and anything to where the list of duties allows it', () => {
    for (const level of ['department', 'subdistrict', 'company'] as const)
      expect(mayDispatch({ grassRootsAllowed: false }, level)).toBeNull()
    for (const level of ['community', 'grid', 'department'] as const) expect(mayDispatch({ grassRootsAllowed: true }, level)).toBeNull()
  })
})

describe('mayDispatchBy', () => {
  const directory: Directory = {
    number: 1,
    validFrom: new Date(0),
    entries: [
      entry({}),
      entry({ category: '20001', severity: 'small', grassRootsAllowed: true }),
      entry({ category: '20001', severity: 'joint' }),
      entry({ category: '22004', grassRootsAllowed: true }),
      entry({ category: '22004', area: '210911' }),
    ],
  }
  const code = (category: string, area: string, severity: 'small' | 'large' | 'joint' | null = null): string | undefined =>
    mayDispatchBy(directory, { category, area, severity }, 'community')?.code

  it('asks the nearest rule', () => {
    expect(code('22004', '210902001')).toBeUndefined()
    expect(code('22004', '210911001')).toBe('directory.department-matter')
    expect(code('23001', '210902001')).toBe('directory.department-matter')
    expect(mayDispatchBy(directory, { category: '23001', area: '210902001', severity: null }, 'department')).toBeNull()
  })

  it('takes the severity where it is known, and is satisfied with one that allows it where it is not', () => {
    expect(code('20001', '210911001', 'small')).toBeUndefined()
    expect(code('20001', '210911001', 'joint')).toBe('directory.department-matter')
    expect(code('20001', '210911001')).toBeUndefined()
  })

  it('leaves to the dispatcher what the directory does not speak of', () => {
    expect(mayDispatchBy({ ...directory, entries: [] }, { category: '20001', area: '210911001', severity: null }, 'grid')).toBeNull()
  })
})

describe('mayNotReturn', () => {
  it('names the agreement (000-05)', () => {
    const refusal = mayNotReturn({
      id: 'a',
      title: { zh: '联建协议', en: 'the agreement' },
      units: ['one', 'other'],
      categories: ['20'],
      area: '',
      validFrom: '2026-01-01',
      validTo: null,
    })
    expect(refusal.code).toBe('directory.joint-agreement')
    expect(refusal.say.zh).toContain('联建协议')
    expect(refusal.say.en).toContain('the agreement')
  })
})

describe('faultsIn', () => {
  const known: Known = {
    levelOf: (unit) => (({ government: 'department', bureau: 'department', heping: 'community' }) as const)[unit] ?? null,
    hasCategory: (prefix) => ['', '20', '20001'].includes(prefix),
    hasArea: (scope) => ['', '210911'].includes(scope),
  }
  const codes = (...entries: Entry[]): string[] => faultsIn(entries, known).map((one) => `${one.rule ?? ''}:${one.code}`)

  it('finds none in a directory that is whole', () => {
    expect(codes(entry({}), entry({ category: '20', lead: 'bureau', support: ['heping', '@community'] }))).toEqual([])
    expect(codes(entry({}), entry({ category: '20001', lead: '@community', grassRootsAllowed: true }))).toEqual([])
  })

  it('asks for a last resort', () => {
    expect(codes(entry({ category: '20' }))).toEqual([':last-resort'])
    expect(codes(entry({ severity: 'large' }))).toEqual([':last-resort'])
  })

  it('names each rule with a class, a place, a lead or a helper that nobody knows', () => {
    expect(codes(entry({}), entry({ category: '31', area: '2199', lead: 'ghost', support: ['phantom'] }))).toEqual([
      '31.2199.any:category',
      '31.2199.any:area',
      '31.2199.any:lead',
      '31.2199.any:support',
    ])
  })

  it('lets no rule give a department’s matter to a community', () => {
    expect(codes(entry({}), entry({ category: '20', lead: 'heping' }))).toEqual(['20.all.any:department-matter'])
    expect(codes(entry({}), entry({ category: '20', lead: '@community' }))).toEqual(['20.all.any:department-matter'])
    expect(codes(entry({}), entry({ category: '20', lead: 'heping', grassRootsAllowed: true }))).toEqual([])
  })
})
