import { expect, test } from 'vitest'
import { dialOrder, servicesFor } from './emergency.ts'

test.each([
  ['三单元着火了,冒黑烟', ['119']],
  ['楼道里闻到很重的煤气味', ['119']],
  ['有人触电了', ['119', '120']],
  ['老人晕倒在门口', ['120']],
  ['楼下有人持刀打架', ['110']],
  ['路口出了车祸', ['120', '122']],
  ['There is a gas leak in our stairwell', ['119']],
])('%s calls for %j', (text, wanted) => {
  expect(servicesFor(text)).toEqual(wanted)
})

test.each(['路灯不亮', '楼道灯坏了', '下水道堵了,返水', '垃圾没人清', '小区打算加装电梯', '燃气公司营业时间', 'the street lamp is broken'])(
  '%s is no emergency',
  (text) => {
    expect(servicesFor(text)).toEqual([])
  },
)

test('the three numbers that everybody knows are always there, the right one first', () => {
  expect(dialOrder(['120'])).toEqual(['120', '110', '119'])
  expect(dialOrder(['120', '122'])).toEqual(['120', '122', '110', '119'])
})
