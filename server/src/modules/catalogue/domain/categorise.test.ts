import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseCategories, otherCode } from './catalogue.ts'
import { categorise, categoriser } from './categorise.ts'
import type { Category } from './category.ts'
import { fold, matcher } from './matcher.ts'

const codes = new Set(caseCategories.map((one) => one.code))
const first = (text: string): string | undefined => categorise(text)[0]?.code
const byOwnWords = caseCategories.filter((one) => one.code !== otherCode)

describe('categorise', { timeout: 30_000 }, () => {
  it.each(byOwnWords.filter((one) => one.kind === 'livelihood').map((one) => [one.code, one.plain.zh] as const))(
    'finds %s by its own description: %s',
    (code, plain) => {
      expect(first(plain)).toBe(code)
    },
  )

  it('finds every class by its own name and description among the first three', () => {
    const lost = byOwnWords.filter((one) => ![one.name.zh, one.plain.zh].every((text) => categorise(text).some((s) => s.code === one.code)))
    expect(lost.map((one) => one.code)).toEqual([])
  })

  it.each([
    ['楼下路灯不亮三天了', '01037'],
    ['三单元楼道灯坏了，老人上下楼看不见', '20003'],
    ['家里暖气不热，才 14 度', '21004'],
    ['厨房下水道堵了，脏水往上返', '21005'],
    ['楼上漏水把我家天花板泡了', '22005'],
    ['小区门口有个井盖丢了', '01023'],
    ['烧烤摊冒烟', '06029'],
    ['晚上跳广场舞音响太大', '22002'],
    ['干了半年老板不给工资', '26005'],
    ['电动车进楼充电，太吓人', '29004'],
    ['The street light in front of our gate is out', '01037'],
    ['there is a burst pipe, water everywhere', '21002'],
    ['A pothole on Jiefang Road', '06013'],
  ])('%s → %s', (text, code) => {
    expect(first(text)).toBe(code)
  })

  it('says why, with words that stand in the text', () => {
    const [best] = categorise('三单元的楼道里灯坏了')
    expect(best?.because).toEqual(['楼道…灯'])
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...byOwnWords.map((one) => one.plain.zh)), { minLength: 1, maxLength: 4 }), (parts) => {
        const text = parts.join('。')
        for (const { because } of categorise(text, { top: 9 })) {
          expect(because.length).toBeGreaterThan(0)
          for (const word of because) for (const part of word.split('…')) expect(fold(text)).toContain(fold(part))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('answers with known classes once each, best first, scores within 0 … 1, whatever the text', () => {
    const words = byOwnWords.flatMap((one) => one.keywords.map((keyword) => keyword.word))
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((list) => list.join('')),
    )
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 12 }), (any, top) => {
        const found = categorise(any, { top })
        expect(found.length).toBeLessThanOrEqual(top)
        expect(new Set(found.map((one) => one.code)).size).toBe(found.length)
        found.forEach(({ code, score }, index) => {
          expect(codes.has(code)).toBe(true)
          expect(score).toBeGreaterThan(0)
          expect(score).toBeLessThanOrEqual(1)
          expect(score).toBeLessThanOrEqual(found[index - 1]?.score ?? 1)
        })
        expect(categorise(any, { top })).toEqual(found)
      }),
      { numRuns: 100 },
    )
  })

  it('finds nothing where nothing is said', () => {
    for (const text of ['', '   ', '你好', 'asdf', '？？？']) expect(categorise(text)).toEqual([])
  })

  it('reads full width, capitals and blanks alike', () => {
    expect(categorise('ＥＭＳ 快 递')).toEqual(categorise('ems快递'))
  })

  it('takes less than a millisecond a text, the longest and the worst included', () => {
    const texts = [
      '路灯坏了',
      '楼道灯'.repeat(1333),
      '灯'.repeat(2000) + '楼道'.repeat(1000),
      byOwnWords
        .map((one) => one.plain.zh)
        .join('')
        .slice(0, 4000),
    ]
    for (const text of texts) categorise(text)
    for (const text of texts) {
      // The best of several, for the machine is shared.
      const each = Math.min(
        ...Array.from({ length: 20 }, () => {
          const from = performance.now()
          categorise(text)
          return performance.now() - from
        }),
      )
      // A letter of 400 characters is typical and takes 0.1 ms; 4,000 is the longest a report may be, on a machine shared with others.
      expect(each, `${text.length} characters`).toBeLessThan(text.length > 1000 ? 10 : 1)
    }
  })
})

describe('its parts', { timeout: 30_000 }, () => {
  const shape = (code: string, keywords: Category['keywords']): Category => ({ ...(caseCategories[0] as Category), code, keywords })

  it('lets a word speak against a class', () => {
    const find = categoriser([
      shape('20005', [
        { word: '电梯', weight: 4 },
        { word: '加装', weight: -4 },
      ]),
      shape('20010', [{ word: '加装电梯', weight: 3 }]),
    ])
    expect(find('电梯坏了').map((one) => one.code)).toEqual(['20005'])
    expect(find('要加装，电梯').map((one) => one.code)).toEqual([])
    expect(find('想加装电梯').map((one) => one.code)).toEqual(['20010'])
  })

  it('counts a pair only where both stand close together', () => {
    const find = categoriser([shape('20003', [{ word: '楼道', near: '灯', weight: 4 }])])
    expect(find('楼道里的灯')).toHaveLength(1)
    expect(find('灯在楼道里')).toHaveLength(1)
    expect(find('楼道里堆满了邻居家的旧家具和纸箱子，院子里的灯倒是亮的')).toEqual([])
  })

  it('finds the same words as a plain search, at the same places', () => {
    const letter = fc.constantFrom('a', 'b', 'c', '灯')
    const word = fc.array(letter, { minLength: 1, maxLength: 4 }).map((list) => list.join(''))
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 8 }), fc.array(letter, { maxLength: 40 }), (words, letters) => {
        const text = letters.join('')
        const slow = words.flatMap((one, index) =>
          [...text].flatMap((_, start) => (text.startsWith(one, start) ? [`${index}@${start}-${start + one.length}`] : [])),
        )
        const fast = matcher(words)(text).map((hit) => `${hit.word}@${hit.start}-${hit.end}`)
        expect(fast.toSorted()).toEqual(slow.toSorted())
      }),
      { numRuns: 300 },
    )
  })
})
