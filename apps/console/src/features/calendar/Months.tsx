import type { Schemas } from '@linli/api'
import { useLang } from '@linli/ui'
import type { Lang } from '@linli/ui'
import type { ReactElement } from 'react'
import { useSay, useWords } from '../../app/language.ts'
import { weeksOf } from './days.ts'
import { calendarWords } from './words.ts'

type Day = Schemas['CalendarYear']['days'][number]

const two = (value: number): string => String(value).padStart(2, '0')

const localeOf = (lang: Lang): string => (lang === 'zh' ? 'zh-CN' : 'en-GB')
const monthName = (month: number, lang: Lang): string =>
  new Date(Date.UTC(2026, month - 1, 1)).toLocaleString(localeOf(lang), { month: 'long', timeZone: 'UTC' })

/** Monday to Sunday, a letter each. */
const weekdaysOf = (lang: Lang): string[] =>
  Array.from({ length: 7 }, (_, day) =>
    new Date(Date.UTC(2026, 5, 1 + day)).toLocaleString(localeOf(lang), { weekday: 'narrow', timeZone: 'UTC' }),
  )

/** A year in twelve small months; 休 and 班 stand on the days unlike the usual. The list below says the same. */
export function Months({ year, days }: { readonly year: number; readonly days: readonly Day[] }): ReactElement {
  const t = useWords(calendarWords)
  const say = useSay()
  const lang = useLang()
  const byDate = new Map(days.map((day) => [day.date, day]))
  return (
    <div className="months" aria-hidden="true">
      {Array.from({ length: 12 }, (_, index) => index + 1).map((month) => (
        <div key={month} className="month">
          <b>{monthName(month, lang)}</b>
          <div className="week week-days">
            {weekdaysOf(lang).map((day, column) => (
              <span key={`${day}${String(column)}`}>{day}</span>
            ))}
          </div>
          {weeksOf(year, month).map((week) => (
            <div key={week.find((day) => day !== null)} className="week">
              {week.map((day, column) => {
                const special = day === null ? undefined : byDate.get(`${year}-${two(month)}-${two(day)}`)
                const kind = special ? (special.working ? 'day-on' : 'day-off') : column > 4 ? 'day-weekend' : ''
                return (
                  <span key={`${month} ${String(column)}`} className={kind} title={special && say(special.name)}>
                    {day}
                    {special && <sup>{special.working ? t('on') : t('off')}</sup>}
                  </span>
                )
              })}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
