import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likeness, spelled, type Traits } from './likeness.ts'

const somebody: Traits = {
  name: '甲子',
  born: '1950-03-04',
  sex: 'female',
  phone: '10000000001',
  address: '滨河路12号青藤苑3号楼2单元',
  number: null,
  broken: null,
}
const also = (over: Partial<Traits>): Traits => ({ ...somebody, ...over })

describe('somebody without a number', () => {
  const cases: readonly (readonly [string, Partial<Traits>, string])[] = [
    ['the same in everything', {}, 'same'],
    ['of the same name and day, with the same phone', { address: null }, 'same'],
    ['of the same name and day alone', { address: null, phone: null }, 'doubtful'],
    ['of the same name, day and phone, but of another number', { number: '440882199102104195' }, 'different'],
    ['of the same name and phone, born elsewhen', { born: '1971-05-06', address: null }, 'different'],
    ['of another name in the same dwelling with the same phone', { name: '乙丑', born: '1980-01-01' }, 'different'],
    ['with day and month exchanged', { born: '1950-04-03', address: null }, 'doubtful'],
    ['of another sex', { sex: 'male' as const, phone: null }, 'doubtful'],
    ['of nothing but the same name', { born: null, phone: null, address: null, sex: null }, 'different'],
  ]
  it.each(cases)('%s', (_, over, verdict) => {
    const other = over.number === undefined ? somebody : also({ number: '371001198010082394' })
    expect(likeness(other, also(over)).verdict).toBe(verdict)
  })

  it('whose number has one slip is very likely the one who has it', () => {
    const known = also({ number: '440882199102104195', phone: null, address: null })
    const slipped = also({ broken: '440882199102104159', phone: null, address: null })
    expect(likeness(known, slipped)).toMatchObject({ verdict: 'same', reasons: ['name.same', 'born.same', 'number.near'] })
  })

  it('is never joined unasked with somebody of another number, sex or name', () => {
    const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
    const traits: fc.Arbitrary<Traits> = fc.record({
      name: fc.constantFrom('甲子', '甲丑', '乙子丙'),
      born: some(fc.constantFrom('1950-03-04', '1950-04-03', '1980-01-01')),
      sex: some(fc.constantFrom('female' as const, 'male' as const)),
      phone: some(fc.constantFrom('10000000001', '10000000002')),
      address: some(fc.constantFrom('滨河路12号', '滨河路12号3单元', '人民街9号')),
      number: some(fc.constantFrom('440882199102104195', '371001198010082394')),
      broken: fc.constant(null),
    })
    fc.assert(
      fc.property(traits, traits, (one, other) => {
        const { verdict, score } = likeness(one, other)
        expect(likeness(other, one)).toEqual(likeness(one, other))
        if (verdict === 'same') {
          expect(score).toBeGreaterThanOrEqual(80)
          expect(one.number === null || other.number === null || one.number === other.number).toBe(true)
          expect(one.sex === null || other.sex === null || one.sex === other.sex).toBe(true)
        }
      }),
    )
  })

  it('is spelled one way before', () => {
    expect(spelled(also({ name: '甲 子', phone: '+86 138-0000-0000', address: '滨河路１２号' }))).toMatchObject({
      name: '甲子',
      phone: '13800000000',
      address: '滨河路12号',
    })
  })
})
