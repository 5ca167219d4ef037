import { expect, it } from 'vitest'
import { servicePhone } from './phone.ts'

it.each([
  ['0418-8212345', '0418-8212345'],
  ['（0418）8212345', '0418-8212345'],
  ['010 12345678', '010-12345678'],
  ['+86 0418 8212345', '0418-8212345'],
  ['12345', '12345'],
  ['96119', '96119'],
  ['400-820-8820', '4008208820'],
  ['8212345', '8212345'],
])('%s is a service telephone: %s', (typed, kept) => expect(servicePhone(typed)).toBe(kept))

it.each(['13800138000', '+86 138 0013 8000', '138-0013-8000', '王师傅', '', '0'])('%s is not kept', (typed) =>
  expect(servicePhone(typed)).toBeNull(),
)
