import { describe, expect, it } from 'vitest'
import { columns } from './columns.ts'
import { readRecord } from './read-record.ts'

const today = '2026-11-29'
const read = (cells: Record<string, string>) => readRecord(2, { name: '甲子一', ...cells }, today)

describe('a row of a real file', () => {
  it.each([
    ['1950-3-4', '1950-03-04'],
    ['1950年3月4日', '1950-03-04'],
    ['１９５０/03/04', '1950-03-04'],
    ['19500304', '1950-03-04'],
    ['18326', '1950-03-04'],
    ['33270', '1991-02-01'],
    ['1950-02-30', null],
    ['不详', null],
    ['2031-01-01', null],
  ])('born on %s is read as %s', (born, day) => {
    expect(read({ born }).record?.born).toBe(day)
  })

  it('takes the number before what stands beside it', () => {
    const { record, found } = read({ idNumber: '440882199102104195', born: '1990-01-01', sex: '女' })
    expect(record).toMatchObject({ born: '1991-02-10', sex: 'male', numberState: 'sound' })
    expect(found.map((one) => one.code)).toEqual(['people.born-differs', 'people.sex-differs'])
  })

  it.each([
    ['满', '11'],
    ['满族', '11'],
    ['02', '02'],
    ['11 满族', '11'],
    ['外星', null],
    ['99', null],
  ])('of ethnicity %s has the code %s', (ethnicity, code) => {
    expect(read({ ethnicity }).record?.ethnicity).toBe(code)
  })

  it('is the same row whatever the order and spaces of its cells, and another when it says something else', () => {
    const one = read({ phone: '10000000001', address: '滨河路 12号' }).record
    expect(read({ address: '滨河路  12号 ', phone: '１0000000001' }).record?.key).toBe(one?.key)
    expect(read({ address: '滨河路 13号', phone: '10000000001' }).record?.key).not.toBe(one?.key)
  })

  it('dated after today counts as of today', () => {
    expect(read({ asOf: '2027-01-01' })).toMatchObject({ record: { asOf: today }, found: [{ code: 'people.day-ahead' }] })
  })
})

describe('the columns of the register', () => {
  it('tell no value of a person in a report, and no header means two of them', () => {
    for (const name of ['name', 'idNumber', 'phone', 'address', 'born', 'household'])
      expect(columns.find((one) => one.name === name)?.personal).toBe(true)
    const headers = columns.flatMap((one) => [one.name, one.title.zh, ...one.headers])
    expect(new Set(headers).size).toBe(headers.length - columns.filter((one) => one.headers.includes(one.name)).length)
  })
})
