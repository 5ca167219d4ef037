import type { Lang } from '../words/index.ts'

/*
 * Times are said as a person in the city would: dates with their weekday, distances in the largest fitting unit.
 * Everything is on the calendar of Asia/Shanghai (UTC+8, without summer time since 1991).
 */

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const OFFSET = 8 * HOUR

const weekdays: Record<Lang, readonly string[]> = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

interface Wall {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly weekday: number
  readonly hour: number
  readonly minute: number
  /** Days since 1970-01-01 on the city's calendar. */
  readonly serial: number
}

/** What the clock on the wall and the calendar beside it show. */
export function wallOf(at: Date | string): Wall {
  const shifted = new Date(new Date(at).getTime() + OFFSET)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    serial: Math.floor(shifted.getTime() / DAY),
  }
}

const two = (value: number): string => String(value).padStart(2, '0')

/** `17:00` */
export function timeSay(at: Date | string): string {
  const wall = wallOf(at)
  return `${two(wall.hour)}:${two(wall.minute)}`
}

/** A month: 2026 年 11 月, Nov 2026. `month` is `2026-11` or a day of it. */
export function monthSay(month: string, lang: Lang): string {
  const [year, number] = [month.slice(0, 4), Number(month.slice(5, 7))]
  return lang === 'zh' ? `${year} 年 ${number} 月` : `${months[number - 1] ?? ''} ${year}`
}

/** «11 月 25 日(周三)», with the year when it is another one; `Wed 25 Nov`. */
export function dateSay(at: Date | string, now: Date, lang: Lang): string {
  const wall = wallOf(at)
  const otherYear = wall.year !== wallOf(now).year
  const weekday = weekdays[lang][wall.weekday] ?? ''
  if (lang === 'zh') return `${otherYear ? `${wall.year} 年 ` : ''}${wall.month} 月 ${wall.day} 日(${weekday})`
  return `${weekday} ${wall.day} ${months[wall.month - 1] ?? ''}${otherYear ? ` ${wall.year}` : ''}`
}

/** The day in the shortest clear way: «今天», «明天», «昨天», else the date. */
export function daySay(at: Date | string, now: Date, lang: Lang): string {
  const near: Record<number, Record<Lang, string>> = {
    [-1]: { zh: '昨天', en: 'yesterday' },
    0: { zh: '今天', en: 'today' },
    1: { zh: '明天', en: 'tomorrow' },
  }
  return near[wallOf(at).serial - wallOf(now).serial]?.[lang] ?? dateSay(at, now, lang)
}

/** «今天 17:00», «11 月 25 日(周三)17:00». */
export function momentSay(at: Date | string, now: Date, lang: Lang): string {
  const day = daySay(at, now, lang)
  return lang === 'zh' && day.endsWith(')') ? `${day}${timeSay(at)}` : `${day} ${timeSay(at)}`
}

const unit = (value: number, zh: string, en: string, lang: Lang): string =>
  lang === 'zh' ? `${value} ${zh}` : `${value} ${en}${value === 1 ? '' : 's'}`

/** A length of time in at most two units: «1 天 4 小时», `1 day 4 hours`. `ms` is taken as positive. */
export function durationSay(ms: number, lang: Lang): string {
  const minutes = Math.max(1, Math.floor(Math.abs(ms) / MINUTE))
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor((minutes % 1440) / 60)
  const parts =
    days > 0
      ? [unit(days, '天', 'day', lang), ...(hours > 0 && days < 3 ? [unit(hours, '小时', 'hour', lang)] : [])]
      : hours > 0
        ? [unit(hours, '小时', 'hour', lang), ...(minutes % 60 > 0 && hours < 3 ? [unit(minutes % 60, '分钟', 'minute', lang)] : [])]
        : [unit(minutes, '分钟', 'minute', lang)]
  return parts.join(' ')
}

/** A length in the fewest signs, for a narrow bar: «1天4时», `1d 4h`. */
export function shortDurationSay(ms: number, lang: Lang): string {
  const minutes = Math.max(1, Math.floor(Math.abs(ms) / MINUTE))
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)]
  const zh = days > 0 ? `${days}天${hours > 0 && days < 10 ? `${hours}时` : ''}` : hours > 0 ? `${hours}时` : `${minutes}分`
  const en = days > 0 ? `${days}d${hours > 0 && days < 10 ? ` ${hours}h` : ''}` : hours > 0 ? `${hours}h` : `${minutes}m`
  return lang === 'zh' ? zh : en
}

/** How far a promise is: «还剩 3 小时», «晚了 2 天». */
export function distanceSay(dueAt: Date | string, now: Date, lang: Lang): string {
  const left = new Date(dueAt).getTime() - now.getTime()
  const length = durationSay(left, lang)
  if (left > 0) return lang === 'zh' ? `还剩 ${length}` : `${length} left`
  return lang === 'zh' ? `晚了 ${length}` : `${length} late`
}

/** How long ago: «3 小时前», within the last minute «刚刚». */
export function agoSay(at: Date | string, now: Date, lang: Lang): string {
  const gone = now.getTime() - new Date(at).getTime()
  if (gone < MINUTE) return lang === 'zh' ? '刚刚' : 'just now'
  return lang === 'zh' ? `${durationSay(gone, lang)}前` : `${durationSay(gone, lang)} ago`
}
