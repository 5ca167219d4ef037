import { describe, expect, it } from 'vitest'
import { numbersClash, numbersOf, parted, placeNames } from './named.ts'

describe('names of places', () => {
  it('are told by their endings, and by little of the name', () => {
    expect([...placeNames('丽景花园旁边的人民路交口')]).toEqual(['丽景花', '人民路'])
    expect([...placeNames('幸福小区停水')]).toEqual(['幸福'])
  })
  it('are none where only a wider place or nothing stands before the ending', () => {
    expect([...placeNames('海州区小区停水')]).toEqual([])
    expect([...placeNames('小区停水了')]).toEqual([])
  })
  it('are parted from what comes after, for a person to read', () => {
    expect(parted('在丽景花园小区停水三天')).toEqual({ name: '丽景花园小区', rest: '停水三天' })
    expect(parted('凌晨施工噪音')).toEqual({ name: null, rest: '凌晨施工噪音' })
  })
})

describe('numbers', () => {
  it('are compared by what they count, however they are written', () => {
    expect(numbersClash(numbersOf('地铁一号线南延'), numbersOf('地铁7号线南延'))).toBe(true)
    expect(numbersClash(numbersOf('地铁一号线南延'), numbersOf('1号线延到动物园'))).toBe(false)
  })
  it('say nothing where only one of two counts', () => {
    expect(numbersClash(numbersOf('二单元停水'), numbersOf('幸福小区停水'))).toBe(false)
    expect(numbersClash(numbersOf('二单元停水'), numbersOf('三栋停水'))).toBe(false)
  })
})
