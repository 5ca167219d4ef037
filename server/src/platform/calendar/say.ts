import type { Say } from '../refusal.ts'
import { dayMs, dayOf, hourMs, minuteMs, timeOf, weekdayOf } from './days.ts'

const weekdayNames = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** Beside every due time that is provisional: the holidays of its year are not published yet. */
export const provisionalNote: Say = { zh: '暂按周一至周五', en: 'assuming Monday to Friday' }

/** A date with its weekday, and how far away it is. */
export interface SaidDate {
  /** `11 月 25 日(周三)17:00`; with the year when it is not the year of `now`. */
  readonly date: string
  /** `还剩 3 小时`, `还有 2 天`, `已超 1 天`. */
  readonly distance: string
}

function clockTime(at: Date): string {
  const total = Math.floor(timeOf(at) / minuteMs)
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
}

function dateIn(at: Date, now: Date, lang: 'zh' | 'en'): string {
  const day = dayOf(at)
  const date = new Date(day * dayMs)
  const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  const otherYear = year !== new Date(dayOf(now) * dayMs).getUTCFullYear()
  const weekday = weekdayNames[lang][weekdayOf(day)]
  return lang === 'zh'
    ? `${otherYear ? `${year} 年 ` : ''}${month + 1} 月 ${dayOfMonth} 日(${weekday})${clockTime(at)}`
    : `${weekday} ${dayOfMonth} ${monthNames[month]}${otherYear ? ` ${year}` : ''}, ${clockTime(at)}`
}

function amount(n: number, unit: 'day' | 'hour' | 'minute', lang: 'zh' | 'en'): string {
  if (lang === 'en') return `${n} ${unit}${n === 1 ? '' : 's'}`
  return `${n} ${{ day: '天', hour: '小时', minute: '分钟' }[unit]}`
}

/** From 24 hours on days are counted as people count them, from date to date; below, whole hours or minutes that are really there. */
function distanceIn(at: Date, now: Date, lang: 'zh' | 'en'): string {
  const ms = at.getTime() - now.getTime()
  const late = ms < 0
  const size = Math.abs(ms)
  const said = (text: string, verb: string) => (lang === 'zh' ? `${late ? '已超' : verb} ${text}` : `${text} ${late ? 'late' : 'left'}`)
  if (size < minuteMs) {
    if (lang === 'zh') return late ? '刚刚超时' : '还剩不到 1 分钟'
    return late ? 'just past' : 'less than a minute left'
  }
  if (size < hourMs) return said(amount(Math.floor(size / minuteMs), 'minute', lang), '还剩')
  if (size < dayMs) return said(amount(Math.floor(size / hourMs), 'hour', lang), '还剩')
  return said(amount(Math.abs(dayOf(at) - dayOf(now)), 'day', lang), '还有')
}

/** How a due time is written on every screen and in every message (faces.md), in the time of Asia/Shanghai. */
export function sayDate(at: Date, now: Date, lang: 'zh' | 'en'): SaidDate {
  return { date: dateIn(at, now, lang), distance: distanceIn(at, now, lang) }
}
