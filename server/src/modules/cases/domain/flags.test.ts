import { describe, expect, it } from 'vitest'
import { flagsOf, plainText, type UnitMonth } from './flags.ts'

const month = (more: Partial<UnitMonth> = {}): UnitMonth => ({
  unit: 'water',
  answers: 60,
  days: new Map(Array.from({ length: 30 }, (_, n) => [n + 1, 2])),
  sameTexts: 0,
  rated: 0,
  happy: 0,
  reopened: 0,
  photos: 0,
  repeatedPhotos: 0,
  ...more,
})
const kinds = (more: Partial<UnitMonth>) => flagsOf('2026-11', [month(more)]).map((flag) => flag.kind)

describe('flags', () => {
  it('are none on an even month', () => expect(kinds({})).toEqual([]))

  it('tell a rush of the last three days, and no busy month', () => {
    const days = new Map([
      [3, 12],
      [12, 8],
      [28, 9],
      [29, 14],
      [30, 17],
    ])
    expect(kinds({ answers: 60, days })).toEqual(['closingSpike'])
    expect(kinds({ answers: 600, days: new Map(Array.from({ length: 30 }, (_, n) => [n + 1, 20])) })).toEqual([])
    expect(
      flagsOf('2026-02', [
        month({
          answers: 30,
          days: new Map([
            [26, 10],
            [27, 10],
            [28, 10],
          ]),
        }),
      ])[0],
    ).toMatchObject({ n: 30, of: 30 })
  })

  it('tell like answers when they are many, satisfaction that the reopenings belie, and repeated photos', () => {
    expect(kinds({ sameTexts: 12 })).toEqual(['sameAnswers'])
    expect(kinds({ sameTexts: 11 })).toEqual([])
    expect(kinds({ rated: 20, happy: 19, reopened: 9 })).toEqual(['satisfiedButReopened'])
    expect(kinds({ rated: 20, happy: 17, reopened: 9 })).toEqual([])
    expect(kinds({ rated: 20, happy: 19, reopened: 8 })).toEqual([])
    expect(kinds({ photos: 5, repeatedPhotos: 1 })).toEqual(['repeatedPhotos'])
  })

  it('name what is compared, as n of N, in both languages', () => {
    const [flag] = flagsOf('2026-11', [month({ sameTexts: 12 })])
    expect(flag).toMatchObject({ n: 12, of: 60, say: { zh: '12/60 件答复的文字与另外至少两件一样' } })
    expect(flag?.say.en).toContain('12/60')
  })
})

it('texts are the same when only spaces, signs and numbers differ', () => {
  expect(plainText('已于 11月 3 日处理完毕。')).toBe(plainText('已于１２月20日　处理完毕'))
  expect(plainText('已更换接头')).not.toBe(plainText('已更换灯泡'))
})
