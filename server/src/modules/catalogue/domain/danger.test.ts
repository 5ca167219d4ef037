import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emergencyNumbers } from './category.ts'
import { findDanger } from './danger.ts'
import { dangerRules } from './facts/dangers.ts'

describe('findDanger', { timeout: 30_000 }, () => {
  it.each([
    ['楼下着火了', '119'],
    ['三单元着火，快来人', '119'],
    ['楼道里闻到煤气味怎么办', '119'],
    ['怕是燃气漏了，一股燃气味', '119'],
    ['有人触电了', '119'],
    ['电线掉下来了，直冒火花', '119'],
    ['我妈被困在电梯里', '119'],
    ['有个孩子掉进井里了', '119'],
    ['河边有人落水', '119'],
    ['小区门口有人打架', '110'],
    ['邻居拿着刀在门口', '110'],
    ['隔壁家暴，救命', '110'],
    ['楼上有人要跳楼', '110'],
    ['老人晕倒了', '120'],
    ['井盖没了，有人掉进去受伤了', '120'],
    ['刚才路口撞人了', '122'],
    ['There is a gas leak in the stairwell', '119'],
    ['The house is on fire', '119'],
  ])('%s → call %s', (text, call) => {
    const danger = findDanger(text)
    expect(danger?.call).toBe(call)
    expect(danger?.minutes).toBe(5)
    expect(danger?.because.length).toBeGreaterThan(0)
  })

  it.each([
    '天热得像着火了一样',
    '消防通道停满了车，万一着火怎么办',
    '楼下火锅店油烟太大',
    '火车票太贵',
    '去年这里着火，墙到现在还黑着',
    '小区没有灭火器，容易引发火灾',
    '如果现在着火了，消防车进不来',
    '没有着火',
    '轮胎漏气了，附近没有修车的',
    '漏电保护器老跳闸',
    '被困扰多年的噪音',
    '商场跳楼价甩卖，占了人行道',
    '工伤赔偿一直没给',
    '这样的态度让人很受伤',
    '物业不作为，真让人上火',
    '因打架斗殴被判了刑',
    '路灯不亮',
    '',
  ])('no alarm for: %s', (text) => {
    expect(findDanger(text)).toBeUndefined()
  })

  it('takes a fight in a long letter for a thing of the past, and one going on now for what it is', () => {
    const letter =
      '尊敬的领导您好，我们小区物业多年不管事，垃圾没人收，绿化带被改成停车位，业主和保安打架，反映多次都没有人答复我们，车位费却一涨再涨，楼道里堆满杂物，电梯三天两头停运，老人上下楼很不方便，请领导给我们一个说法'
    expect(findDanger(letter)).toBeUndefined()
    expect(findDanger(`${letter}。现在楼下正在打架`)?.call).toBe('110')
  })

  it('puts gas and fire before a hurt person: leave first', () => {
    expect(findDanger('着火了，有人受伤')?.name).toBe('fire')
    expect(findDanger('一股煤气味，老人晕倒了')?.name).toBe('gas')
  })

  it('tells in both languages what to do and whom to call', () => {
    for (const rule of dangerRules) {
      expect(emergencyNumbers).toContain(rule.call)
      expect(rule.say.zh).toContain(rule.call)
      expect(rule.say.en).toContain(rule.call)
    }
  })

  it('never fails, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const danger = findDanger(text)
        expect(danger === undefined || danger.because.length > 0).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
