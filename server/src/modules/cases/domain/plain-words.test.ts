import { expect, it } from 'vitest'
import { plainSay } from './plain-words.ts'
import { publicMoves } from './timeline.ts'

it('tells every step that a reporter reads in plain words', () => {
  for (const key of publicMoves) {
    const say = plainSay(key, { zh: '住建局', en: 'the housing bureau' })
    expect(say?.zh, key).toMatch(/\p{Script=Han}/u)
    expect(say?.en, key).toMatch(/[a-z]/)
    expect(say?.zh, key).not.toMatch(/派单|签收|反馈|上报|挂账|办结|工单/)
  }
})

it('names the unit that has it', () => {
  expect(plainSay('case.dispatch', { zh: '住建局', en: 'the housing bureau' })?.zh).toBe('交给了住建局')
  expect(plainSay('case.dispatch', null)?.zh).toBe('交给了承办单位')
  expect(plainSay('order.return', null)).toBeNull()
})
