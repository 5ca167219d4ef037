import { describe, expect, it } from 'vitest'
import { factsSay, factWords, hasWords, textsOf } from './facts.ts'
import { fromTables } from './values.ts'

const nothing = () => null

describe('facts of audit rows', () => {
  it('have words in both languages, each its own', () => {
    for (const { zh, en } of Object.values(factWords)) {
      expect(zh).toMatch(/[一-鿿]/)
      expect(en).toMatch(/^[a-zA-Z][a-zA-Z -]+$/)
    }
    const zh = Object.values(factWords).map((one) => one.zh)
    expect(new Set(zh).size).toBe(zh.length)
  })

  it('are said with yes, no, nothing and lists in words, and codes as they are', () => {
    expect(factsSay({ complete: true, dry: false, unit: null, areas: [], fields: ['name', 'phone'], rows: 12 }, nothing)).toEqual([
      { name: factWords.complete, value: { zh: '是', en: 'yes' } },
      { name: factWords.dry, value: { zh: '否', en: 'no' } },
      { name: factWords.unit, value: { zh: '无', en: 'none' } },
      { name: factWords.areas, value: { zh: '无', en: 'none' } },
      { name: factWords.fields, value: { zh: 'name、phone', en: 'name, phone' } },
      { name: factWords.rows, value: { zh: '12', en: '12' } },
    ])
  })

  it('of an earlier edition keep their name', () => {
    expect(hasWords('toString')).toBe(false)
    expect(factsSay({ longAgo: 1 }, nothing)).toEqual([{ name: { zh: 'longAgo', en: 'longAgo' }, value: { zh: '1', en: '1' } }])
  })

  it('are said in the words of those who keep the codes, one by one', () => {
    const nameOf = fromTables({ unit: { water: { zh: '水务', en: 'Water' } }, units: { water: { zh: '水务', en: 'Water' } } })
    expect(factsSay({ unit: 'water', units: 'water,toString', kind: 'constructor' }, nameOf).map((one) => one.value)).toEqual([
      { zh: '水务', en: 'Water' },
      { zh: '水务、toString', en: 'Water, toString' },
      { zh: 'constructor', en: 'constructor' },
    ])
    expect(
      textsOf([
        { units: 'water,heat', rows: 3 },
        { areas: ['990901'], units: 'water' },
      ]),
    ).toEqual(['water', 'heat', '990901'])
  })
})
