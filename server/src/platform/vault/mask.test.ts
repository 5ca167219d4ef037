import { describe, expect, it } from 'vitest'
import { maskIdNumber, maskName, maskPhone } from '../vault.ts'

describe('masks', () => {
  it.each([
    ['13812345678', '138****5678'],
    ['+86 138 1234 5678', '138****5678'],
    ['0418-8212345', '0418-****345'],
    ['010-62345678', '010-****678'],
    ['8212345', '*******'],
    ['', ''],
  ])('phone %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked)
  })

  it.each([
    ['王芳', '王*'],
    ['王', '王*'],
    ['王小明', '王**'],
    ['欧阳娜', '欧阳*'],
    ['欧阳', '欧*'],
    ['Ann', 'A**'],
    [' 𠮷野 ', '𠮷*'],
    ['', ''],
  ])('name %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })

  it.each([
    ['99090119900101123x', '990***********123X'],
    ['210911900101123', '210********1123'],
    ['12345', '*****'],
  ])('identity number %s', (value, masked) => {
    expect(maskIdNumber(value)).toBe(masked)
  })
})
