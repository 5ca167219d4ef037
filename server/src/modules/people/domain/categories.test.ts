import { describe, expect, it } from 'vitest'
import { firstCategories, isStatutory, mayBeCalled, statutoryCodes } from './categories.ts'
import { derive } from './derive.ts'
import { judge, Rule, type RuleFacts } from './rule.ts'

const day = '2026-11-29'
const facts = (over: Partial<RuleFacts>): RuleFacts => ({ born: null, matters: [], household: [], ...over })
const codesFor = (over: Partial<RuleFacts>) => derive(firstCategories, facts(over), [], new Set(), day).enters.map((one) => one.category)

describe('the categories of people', () => {
  it('are forty-five, and those by statute are known by their codes, without a rule', () => {
    expect(firstCategories.map((one) => one.code)).toEqual(Array.from({ length: 45 }, (_, n) => n + 1))
    expect(firstCategories.filter((one) => one.kind === 'statutory').map((one) => one.code)).toEqual([28, 29, 30, 43, 44, 45])
    expect([...statutoryCodes]).toEqual([28, 29, 30, 43, 44, 45])
    expect(firstCategories.filter((one) => isStatutory(one.code) && one.rule !== null)).toEqual([])
  })

  it('mark nobody for petitioning, religion, HIV or a diagnosis, whoever adds one', () => {
    for (const { code, name, nameEn } of firstCategories) expect([name, mayBeCalled(code, name, nameEn)]).toEqual([name, true])
    const marks = [
      '上访户',
      '信访重点',
      '缠访',
      '佛教徒',
      '基督教信众',
      '宗教人士',
      '艾滋感染者',
      'HIV positive',
      '糖尿病',
      '抑郁症',
      '肺癌患者',
      'Petitioners',
      'Religious',
      'Disease',
    ]
    for (const name of marks) expect([name, mayBeCalled(46, name, 'x')]).toEqual([name, false])
    expect(mayBeCalled(46, '新类别', 'HIV')).toBe(false)
  })

  it.each([
    ['80 today', { born: '1946-11-29' }, [12]],
    ['80 tomorrow', { born: '1946-11-30' }, []],
    ['100', { born: '1926-01-01' }, [12, 13]],
    ['an elder alone', { born: '1950-01-01', household: ['1950-01-01'] }, [9]],
    ['two elders', { born: '1950-01-01', household: ['1950-01-01', '1955-01-01'] }, [10]],
    ['an elder with a child at home', { born: '1950-01-01', household: ['1950-01-01', '1985-01-01'] }, []],
    ['an elder of whom no household is known', { born: '1950-01-01' }, []],
    ['nobody in particular', {}, []],
  ])('are derived for %s', (_, over, codes) => {
    expect(codesFor(over)).toEqual(codes)
  })

  it('are derived from records that are in force, with the department that says so', () => {
    const matters = [
      { matter: '低保', level: 'A', source: '民政局' },
      { matter: '持证残疾', level: '2', source: '残联' },
    ]
    expect(codesFor({ matters })).toEqual([1, 25, 26, 27])
    const [first] = derive(firstCategories, facts({ matters }), [], new Set(), day).enters
    expect(first?.because).toEqual([{ zh: '民政局的记录：低保 A', en: 'A record of 民政局: 低保 A' }])
  })

  it('are left when the records say so no longer, and touched by no rule when a person entered them', () => {
    const held = [{ id: 't1', category: 1 }]
    expect(derive(firstCategories, facts({}), held, new Set(), day)).toEqual({ enters: [], leaves: held })
    const matters = [{ matter: '低保', level: null, source: '民政局' }]
    expect(derive(firstCategories, facts({ matters }), held, new Set(), day)).toEqual({ enters: [], leaves: [] })
    expect(derive(firstCategories, facts({ matters }), [], new Set([1]), day).enters).toEqual([])
  })
})

describe('a rule', () => {
  it('is data that is checked, and can look at no name, number, address or ethnicity', () => {
    for (const { rule } of firstCategories) if (rule !== null) expect(Rule.safeParse(rule).success).toBe(true)
    for (const wrong of [
      { name: '甲' },
      { ethnicity: '02' },
      { all: [] },
      { ageFrom: -1 },
      { matter: ['低保'], name: 'x' },
      'eval',
      { not: {} },
    ])
      expect(Rule.safeParse(wrong).success).toBe(false)
  })

  it('holds by all, any and not', () => {
    const old = { ageFrom: 60 }
    expect(judge({ all: [old, { not: { matter: ['低保'] } }] }, facts({ born: '1950-01-01' }), day).holds).toBe(true)
    expect(judge({ any: [{ ageBelow: 14 }, old] }, facts({ born: '1950-01-01' }), day).because).toEqual([
      { zh: '年满 60 岁', en: '60 years or older' },
    ])
    expect(judge({ all: [old, { ageBelow: 14 }] }, facts({ born: '1950-01-01' }), day).holds).toBe(false)
  })
})
