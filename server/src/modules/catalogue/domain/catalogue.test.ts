import { describe, expect, it } from 'vitest'
import { catalogue, caseCategories, componentClasses, findCaseFact, findFact, otherCode } from './catalogue.ts'
import { caseCodeOf, emergencyNumbers, isCategoryCode, severities } from './category.ts'
import { publicComponents } from './facts/components-public.ts'
import { streetComponents } from './facts/components-street.ts'
import { componentSayings } from './facts/component-sayings.ts'
import { ownTroubles, troubles } from './facts/component-troubles.ts'
import { trafficComponents } from './facts/components-traffic.ts'
import { englishWords } from './facts/words-english.ts'
import { cityWords } from './facts/words-city.ts'
import { groups } from './facts/groups.ts'
import { homeWords } from './facts/words-home.ts'
import { lifeWords } from './facts/words-life.ts'
import { keywordsOf, rowsOf } from './rows.ts'

const matters = caseCategories.filter((one) => one.kind === 'matter')
const livelihood = caseCategories.filter((one) => one.kind === 'livelihood')

describe('the catalogue', () => {
  it('holds the 153 component and 250 matter classes of GB/T 47678.5-2026, and our own beside them', () => {
    expect(componentClasses).toHaveLength(153)
    expect(matters).toHaveLength(250)
    expect(livelihood).toHaveLength(76)
    const perGroup = (code: string): number => matters.filter((one) => one.group.code === code).length
    expect(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'].map(perGroup)).toEqual([76, 44, 16, 14, 3, 51, 7, 16, 21, 2])
    expect(catalogue).toHaveLength(153 + 250 + livelihood.length)
  })

  it('gives every class a code of its own, written as the standard or the extension writes it', () => {
    expect(new Set(catalogue.map((one) => one.code)).size).toBe(catalogue.length)
    for (const one of catalogue) {
      expect(isCategoryCode(one.code), one.code).toBe(true)
      expect(one.class).toMatch(/^\d{5}$/)
      expect(one.code).toBe(one.kind === 'component' ? `C${one.class}` : one.class)
      expect(one.group.code).toBe(one.class.slice(0, 2))
      expect(one.scheme).toBe(one.kind === 'livelihood' ? 'linli' : 'GB/T 47678.5-2026')
      expect(Number(one.class.slice(0, 2)) >= 20, one.code).toBe(one.kind === 'livelihood')
    }
  })

  it('gives every component its matter under the same class', () => {
    for (const component of componentClasses) {
      const matter = findCaseFact(component.code)
      expect(matter?.code).toBe(caseCodeOf(component.code))
      expect(matter?.name.zh).toBe(`${component.name.zh}异常`)
    }
    expect(findFact('99999')).toBeUndefined()
  })

  it('says everything in Chinese and in English', () => {
    const han = /\p{Script=Han}/u
    for (const one of catalogue) {
      for (const text of [one.name, one.plain, one.group.name]) {
        expect(text.zh, one.code).toMatch(han)
        expect(text.en, one.code).toMatch(/^[A-Za-z“]/)
        expect(text.en.replace(/marked \p{Script=Han}+/gu, ''), one.code).not.toMatch(han)
      }
      expect(one.plain.zh).not.toMatch(/[|*!！]/u)
      expect(one.plain.zh.length, one.plain.zh).toBeLessThanOrEqual(48)
    }
  })

  it('describes every class that a case can have differently from every other', () => {
    const plain = caseCategories.map((one) => one.plain.zh)
    expect(plain.filter((text, index) => plain.indexOf(text) !== index)).toEqual([])
    const names = caseCategories.map((one) => one.name.zh)
    expect(names.filter((text, index) => names.indexOf(text) !== index)).toEqual([])
  })

  it('names an emergency number and what to do first where a class means danger', () => {
    const dangerous = caseCategories.filter((one) => one.emergency !== undefined).map((one) => one.code)
    expect(dangerous).toEqual(expect.arrayContaining(['10002', '21007', '29003', '29006', '01057']))
    for (const one of catalogue) {
      expect(severities).toContain(one.severity)
      if (one.emergency === undefined) continue
      expect(emergencyNumbers).toContain(one.emergency.call)
      expect(one.emergency.minutes).toBeGreaterThan(0)
      expect(one.emergency.say.zh).toContain(one.emergency.call)
      expect(one.emergency.say.en).toContain(one.emergency.call)
    }
  })

  it('knows the homes: a leaking roof is published to 50 m, a street lamp exactly', () => {
    expect(findFact('20007')?.home).toBe(true)
    expect(findFact('21004')?.home).toBe(true)
    expect(findFact('01037')?.home).toBe(false)
    expect(findFact('24003')?.home).toBe(false)
  })
})

describe('the tables behind it', () => {
  it('use only kinds of things that are described, and describe none in vain', () => {
    const kinds = new Set([publicComponents, trafficComponents, streetComponents].flatMap((table) => rowsOf(table).map((row) => row[3])))
    expect([...kinds].toSorted()).toEqual(Object.keys(troubles).toSorted())
    for (const [code = ''] of rowsOf(componentSayings)) expect(findFact(code)?.kind, code).toBe('matter')
    for (const code of Object.keys(ownTroubles)) expect(findFact(code)?.plain).toEqual(ownTroubles[code])
  })

  it('have rows of full width', () => {
    for (const table of [publicComponents, trafficComponents, streetComponents]) {
      for (const row of rowsOf(table)) expect(row, row[0]).toHaveLength(7)
    }
  })

  it('write every word so that it is read', () => {
    for (const table of [homeWords, lifeWords, cityWords, englishWords]) {
      for (const [code = '', words = ''] of rowsOf(table)) {
        expect(findFact(code), code).toBeDefined()
        if (code !== otherCode) expect(keywordsOf(words), code).toHaveLength(words.split(' ').length)
      }
    }
    for (const one of caseCategories) {
      for (const keyword of one.keywords) expect(keyword.word.length, `${one.code} ${keyword.word}`).toBeGreaterThan(0)
      if (one.code !== otherCode) expect(one.keywords.length, one.code).toBeGreaterThan(0)
    }
  })

  it('leave out what is not written so', () => {
    expect(keywordsOf('灯*3 -红绿灯*2 楼道+灯*4 坏')).toEqual([
      { word: '灯', weight: 3 },
      { word: '红绿灯', weight: -2 },
      { word: '楼道', near: '灯', weight: 4 },
      { word: '坏', weight: 1 },
    ])
    expect(keywordsOf('甲+乙+丙*3 *2')).toEqual([])
  })

  it('define a group for every prefix in use and none besides', () => {
    expect(groups.map((one) => one.code)).toEqual([...new Set(catalogue.map((one) => one.group.code))].toSorted())
  })
})
