import type { Lang } from './settings.ts'

const zone = 'Asia/Shanghai'

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly weekday: number
  readonly time: string
}

const reader = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function partsOf(at: Date): Parts {
  const found = Object.fromEntries(reader.formatToParts(at).map((part) => [part.type, part.value]))
  const [year, month, day] = [Number(found.year), Number(found.month), Number(found.day)]
  return { year, month, day, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay(), time: `${found.hour}:${found.minute}` }
}

/** Number of the day in Shanghai, to count days between. */
function dayNumber(parts: Parts): number {
  return Math.round(Date.UTC(parts.year, parts.month - 1, parts.day) / 86_400_000)
}

const weekdays = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const near: Record<Lang, Record<number, string>> = {
  zh: { [-1]: '昨天', 0: '今天', 1: '明天' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
}

function dateOf(parts: Parts, today: Parts, lang: Lang): string {
  const day = weekdays[lang][parts.weekday] ?? ''
  if (lang === 'zh') {
    const year = parts.year === today.year ? '' : `${parts.year} 年 `
    return `${year}${parts.month} 月 ${parts.day} 日(${day})`
  }
  const year = parts.year === today.year ? '' : ` ${parts.year}`
  return `${day} ${parts.day} ${months[parts.month - 1] ?? ''}${year}`
}

/** A moment with its weekday, in the city's own time: 「今天 17:00」「11 月 25 日(周三)17:00」. */
export function momentSay(iso: string, now: Date, lang: Lang): string {
  const [parts, today] = [partsOf(new Date(iso)), partsOf(now)]
  const named = near[lang][dayNumber(parts) - dayNumber(today)]
  const day = named ?? dateOf(parts, today, lang)
  return day.endsWith(')') ? `${day}${parts.time}` : `${day} ${parts.time}`
}

/** A day with its weekday, without the hour. */
export function daySay(iso: string, now: Date, lang: Lang): string {
  const [parts, today] = [partsOf(new Date(iso)), partsOf(now)]
  return near[lang][dayNumber(parts) - dayNumber(today)] ?? dateOf(parts, today, lang)
}

export type Nearness = 'late' | 'today' | 'soon' | 'later'

/** How near a limit is: passed, today, tomorrow, or later. */
export function nearness(iso: string, now: Date): Nearness {
  const at = new Date(iso)
  if (at.getTime() < now.getTime()) return 'late'
  const days = dayNumber(partsOf(at)) - dayNumber(partsOf(now))
  return days === 0 ? 'today' : days === 1 ? 'soon' : 'later'
}

function span(milliseconds: number, lang: Lang): string {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000))
  const unit = (n: number, zh: string, en: string) => (lang === 'zh' ? `${n} ${zh}` : `${n} ${en}${n === 1 ? '' : 's'}`)
  if (minutes < 60) return unit(minutes, '分钟', 'minute')
  const hours = Math.round(minutes / 60)
  return hours < 48 ? unit(hours, '小时', 'hour') : unit(Math.round(hours / 24), '天', 'day')
}

/** How far away a limit is: 「还有 2 天」, or by how much it has passed: 「超了 3 小时」. */
export function awaySay(iso: string, now: Date, lang: Lang): string {
  const left = new Date(iso).getTime() - now.getTime()
  if (lang === 'zh') return left >= 0 ? `还有 ${span(left, lang)}` : `超了 ${span(-left, lang)}`
  return left >= 0 ? `${span(left, lang)} left` : `${span(-left, lang)} over`
}

/** How long ago something happened, for what is shown without a network. */
export function agoSay(at: number, now: Date, lang: Lang): string {
  const passed = now.getTime() - at
  if (passed < 60_000) return lang === 'zh' ? '刚才' : 'just now'
  return lang === 'zh' ? `${span(passed, lang)}前` : `${span(passed, lang)} ago`
}
