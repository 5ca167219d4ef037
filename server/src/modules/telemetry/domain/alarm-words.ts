import type { DeviceKind } from './device.ts'
import type { Rule, RuleTest } from './rule.ts'

/** What a matter says of an alarm. Matters are written in the language of the city, as residents write them. */
export interface AlarmFacts {
  readonly component: string
  readonly device: string
  readonly value: number | null
  readonly place: string | null
}

const round = (value: number): string => String(Number(value.toFixed(2)))

/** A number with the unit of what was measured. */
export function withUnit(kind: DeviceKind, measure: string | null, value: number): string {
  const unit = kind.measures.find((one) => one.key === measure)?.unit ?? ''
  return `${round(value)}${unit === '' ? '' : ` ${unit}`}`
}

function limitSay(test: RuleTest, rule: Rule, kind: DeviceKind): string {
  const limit = 'limit' in test ? withUnit(kind, rule.measure, test.limit) : ''
  switch (test.kind) {
    case 'above':
      return `高于 ${limit}`
    case 'below':
      return `低于 ${limit}`
    case 'rate':
      return `${test.minutes} 分钟内变化超过 ${limit}`
    case 'silence':
      return `${test.minutes} 分钟没有消息`
    case 'unusual':
      return `偏离这个时段平常的值 ${round(test.limit)} 倍以上`
  }
}

/** A component's code in groups, so that it is read as a code and not as somebody's number. */
const coded = (code: string): string => code.replaceAll(/(\d{6})(?=\d)/g, '$1 ')

/** The words of a matter that comes from one alarm. */
export function alarmWords(rule: Rule, kind: DeviceKind, alarm: AlarmFacts, since: string): string {
  const measure = kind.measures.find((one) => one.key === rule.measure)
  const value = measure && alarm.value !== null ? `${measure.say.zh} ${withUnit(kind, rule.measure, alarm.value)}，` : ''
  const where = alarm.place === null ? '' : `在${alarm.place}。`
  return `${rule.say.zh}：${value}${limitSay(rule.test, rule, kind)}。从 ${since} 起。${where}设备「${alarm.device}」，部件 ${coded(alarm.component)}。设备自动上报，请到现场看看。`
}

/** Most components that the words of a storm name; the page of alarms has them all. */
const mostNamed = 20

/** The words of a matter that comes from many alarms at once. */
export function stormWords(rule: Rule, kind: DeviceKind, place: string, alarms: readonly AlarmFacts[], from: string, to: string): string {
  const named = alarms.slice(0, mostNamed).map((one) => coded(one.component))
  const more = alarms.length > named.length ? `等 ${alarms.length} 个，「物联」页有全部清单` : ''
  return `${place} ${alarms.length} 处${kind.say.zh}同时报「${rule.say.zh}」：${limitSay(rule.test, rule, kind)}。从 ${from} 到 ${to}，可能是同一个原因（如停电、断网）。部件：${named.join('、')}${more}。设备自动上报。`
}
