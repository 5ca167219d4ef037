import { describe, expect, it } from 'vitest'
import { choiceFrom, isShown, withColumn } from './columns.ts'

const title = { key: 'title', main: true }
const area = { key: 'area' }
const channel = { key: 'channel', extra: true }

describe('the choice of columns', () => {
  it('begins as the page has it', () => {
    expect([title, area, channel].filter((one) => isShown(one, {})).map((one) => one.key)).toEqual(['title', 'area'])
  })

  it('never puts away the column by which a row is known', () => {
    expect(isShown(title, { title: false })).toBe(true)
  })

  it('keeps only what differs from the page', () => {
    const without = withColumn({}, area, false)
    expect(without).toEqual({ area: false })
    expect(withColumn(without, area, true)).toEqual({})
    expect(withColumn({}, channel, true)).toEqual({ channel: true })
  })

  it('takes what is no choice for none', () => {
    expect(choiceFrom(null)).toEqual({})
    expect(choiceFrom('nonsense')).toEqual({})
    expect(choiceFrom('null')).toEqual({})
    expect(choiceFrom('{"area":false,"title":"x"}')).toEqual({ area: false })
  })
})
