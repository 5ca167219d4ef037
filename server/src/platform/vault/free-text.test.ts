import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskFreeText } from '../vault.ts'

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''))
const mobile = fc.tuple(fc.integer({ min: 3, max: 9 }), digits(9)).map(([second, rest]) => `1${second}${rest}`)
const wide = (text: string): string => text.replace(/\d/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
/** Words without digits, so that nothing around a number can change what it is. */
const around = fc.constantFrom('', '请打', '电话:', '我叫王芳,', '。谢谢', '联系(', ') 家里漏水', '/', ',')
const separator = fc.constantFrom('', ' ', '-', '—', '　', '.', ' - ', '－')

/** The digits that are left in the clear. */
const left = (text: string): string => text.normalize('NFKC').replace(/[^\d*]/g, '')

describe('a mobile number in free text', () => {
  it('is masked, with any separators, full-width or with +86', () => {
    fc.assert(
      fc.property(
        mobile,
        separator,
        separator,
        fc.boolean(),
        fc.constantFrom('', '+86', '+86 ', '0086-', '86 '),
        around,
        around,
        (number, a, b, full, prefix, before, after) => {
          const written = prefix + number.slice(0, 3) + a + number.slice(3, 7) + b + number.slice(7)
          const { masked, found } = maskFreeText(before + (full ? wide(written) : written) + after)
          expect(found).toBe(1)
          expect(left(masked)).toBe(`${number.slice(0, 3)}****${number.slice(7)}`)
          expect(masked.startsWith(before) && masked.endsWith(after)).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('is masked also when written digit by digit', () => {
    expect(maskFreeText('打 1 3 8 1 2 3 4 5 6 7 8 找我')).toEqual({ masked: '打 138****5678 找我', found: 1 })
  })

  it.each([
    ['13812345678/13987654321', '138****5678/139****4321', 2],
    ['13812345678 13987654321', '138****5678 139****4321', 2],
    ['2026-11-22 13812345678', '2026-11-22 138****5678', 1],
    ['302室13812345678x', '302室138****5678x', 1],
    ['+86 13812345678', '138****5678', 1],
    ['(13812345678)', '(138****5678)', 1],
    ['302+8613812345678', '302 138****5678', 1],
    ['02000000　13812345678', '02000000　138****5678', 1],
    ['02000000 138****5678', '02000000 138****5678', 0],
    ['13812345678****1234', '138****5678****1234', 1],
  ])('%s', (text, masked, found) => {
    expect(maskFreeText(text)).toEqual({ masked, found })
  })
})

describe('a landline', () => {
  it.each([
    ['0418-8212345', '0418-****345'],
    ['(0418)8212345', '0418-****345'],
    ['（0418）821 2345', '0418-****345'],
    ['04188212345', '0418-****345'],
    ['010-62345678', '010-****678'],
  ])('%s is masked', (text, masked) => {
    expect(maskFreeText(`打${text}吧`)).toEqual({ masked: `打${masked}吧`, found: 1 })
  })
})

describe('an identity number', () => {
  it.each([
    ['99090119900101123X', '990***********123X'],
    ['990901 19900101 123x', '990***********123X'],
    ['９９０９０１１９９００１０１１２３X', '990***********123X'],
    ['210911-19900101-1234', '210***********1234'],
    ['210911900101123', '210********1123'],
  ])('%s is masked', (text, masked) => {
    expect(maskFreeText(`身份证${text},谢谢`)).toEqual({ masked: `身份证${masked},谢谢`, found: 1 })
  })
})

describe('what is nobody’s number stays', () => {
  const day = fc
    .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const caseNumber = fc
    .tuple(fc.constantFrom('210911', '990901', '130102'), day, digits(5), digits(1))
    .map(([county, date, five, check]) => `${county}-${date.slice(2).replaceAll('-', '')}-${five}-${check}`)
  const amount = fc
    .tuple(fc.integer({ min: 0, max: 99_999_999 }), fc.constantFrom('元', '.50元', '.5', '万元', '%', '号楼'))
    .map((parts) => parts.join(''))
  const hour = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([h, m]) => `${h}:${String(m).padStart(2, '0')}`)

  it('case numbers, dates, times and amounts, in any order', () => {
    const piece = fc.oneof(
      caseNumber,
      day,
      day.map((one) => one.replaceAll('-', '.')),
      amount,
      hour,
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.constantFrom(',', '、', '；到', '\n'), (pieces, joint) => {
        const text = pieces.join(joint)
        expect(maskFreeText(text)).toEqual({ masked: text, found: 0 })
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    '工单 210911-261122-48317-6 已超时',
    '工单 210911-200412-15317-6 2026-11-22 又问',
    '网格 990901001002003',
    '请拨 12345 或 110',
    '2026.11.22 08:00-2026.11.23 17:30',
    '每月 1500.5 1200.50 元',
    '热线 400-800-1234',
  ])('%s', (text) => {
    expect(maskFreeText(text)).toEqual({ masked: text, found: 0 })
  })
})

describe('masking', () => {
  it('twice changes nothing', () => {
    const piece = fc.oneof(mobile, digits(4), digits(7), digits(15), digits(18), around, separator, fc.constantFrom('X', 'x', '+86'))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const once = maskFreeText(pieces.join('')).masked
        expect(maskFreeText(once).masked).toBe(once)
      }),
      { numRuns: 1000 },
    )
  })

  it('takes a long text in a moment', () => {
    const text = '1 '.repeat(2000) + '1-'.repeat(2000) + '('.repeat(2000)
    const start = performance.now()
    maskFreeText(text)
    expect(performance.now() - start).toBeLessThan(500)
  })
})
