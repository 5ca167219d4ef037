import { Problem } from '@linli/api'
import type { Attempts, Schemas } from '@linli/api'
import { dateSay, ErrorState, Icon, Skeleton, StateTag, useLang, useNow, wallOf } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { useIs } from '../../app/roles.ts'
import { troubleOf } from '../../app/trouble.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { ask } from '../../parts/form/ask.ts'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { Note } from '../../parts/Note.tsx'
import { Register } from '../../parts/Register.tsx'
import { readDays, writeDays } from './days.ts'
import { Months } from './Months.tsx'
import { calendarWords } from './words.ts'

type Year = Schemas['CalendarYear']
type Day = Year['days'][number]

const route = getRouteApi('/desk/calendar')
const fields = [ask('text', calendarWords.days, 'longtext', { maxLength: 8000 })]
const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

function EnterYear({ year, onClose }: { readonly year: Year; readonly onClose: () => void }): ReactElement {
  const t = useWords(calendarWords)
  const send = async (body: Record<string, unknown>, attempts: Attempts): Promise<unknown> => {
    const read = readDays(String(body['text'] ?? ''))
    if (!('days' in read)) throw new Problem(422, { code: 'desk.bad-line', detail: t('badLine', { n: read.line, text: read.text }) })
    return api.put(`/api/calendar/${year.year}`, { days: read.days }, { attempts })
  }
  return (
    <AskForm
      id={`calendar ${year.year}`}
      title={t('year', { year: year.year })}
      explain={t('enterExplain')}
      fields={fields}
      initial={{ text: writeDays(year.days.map((day) => ({ ...day, name: day.name.zh }))) }}
      submit={t('save')}
      send={send}
      onCancel={onClose}
      onDone={() => {
        void queries.invalidateQueries()
        onClose()
      }}
    />
  )
}

function Days({ days }: { readonly days: readonly Day[] }): ReactElement {
  const t = useWords(calendarWords)
  const say = useSay()
  const lang = useLang()
  const now = useNow()
  if (days.length === 0) return <p className="quiet">{t('none')}</p>
  return (
    <DataTable<Day>
      caption={t('list')}
      rows={days}
      keyOf={(day) => day.date}
      columns={[
        { key: 'date', title: t('date'), render: (day) => dateSay(`${day.date}T00:00:00+08:00`, now, lang) },
        {
          key: 'kind',
          title: t('kind'),
          render: (day) => <StateTag tone={day.working ? 'soon' : 'done'}>{day.working ? t('makeUp') : t('holiday')}</StateTag>,
        },
        { key: 'name', title: t('name'), main: true, render: (day) => say(day.name) },
      ]}
    />
  )
}

function YearPage({ year, onYear }: { readonly year: Year; readonly onYear: (year: number) => void }): ReactElement {
  const t = useWords(calendarWords)
  const mayKeep = useIs('systemAdmin')
  const [entering, setEntering] = useState(false)
  return (
    <Register
      title={t('title')}
      explain={t('explain')}
      tools={mayKeep && <Button onClick={() => setEntering(true)}>{t('enter')}</Button>}
      filters={
        <>
          <Button aria-label={t('previous')} icon={<Icon name="back" size={16} />} onClick={() => onYear(year.year - 1)} />
          <b>{t('year', { year: year.year })}</b>
          <Button aria-label={t('next')} icon={<Icon name="next" size={16} />} onClick={() => onYear(year.year + 1)} />
          <span className="quiet">{t('hours', { from: clock(year.opensAt), to: clock(year.closesAt) })}</span>
        </>
      }
      side={entering && <EnterYear key={year.year} year={year} onClose={() => setEntering(false)} />}
      onClose={() => setEntering(false)}
    >
      <div className="stack">
        {year.provisional && <Note tone="soon">{t('provisional', { year: year.year })}</Note>}
        <Months year={year.year} days={year.days} />
        <section>
          <h2>{t('list')}</h2>
          <Days days={year.days} />
        </section>
      </div>
    </Register>
  )
}

/** The working calendar of the city, a year at a time. */
export function Calendar(): ReactElement {
  const now = useNow()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const wanted = Number(search.year ?? wallOf(now).year)
  const year = useQuery({ queryKey: ['calendar', wanted], queryFn: () => api.get<Year>('/api/calendar', { year: wanted }) })
  if (year.isPending) return <Skeleton shape="table" />
  if (year.error) return <ErrorState trouble={troubleOf(year.error)} onRetry={() => void year.refetch()} />
  return <YearPage year={year.data} onYear={(next) => void navigate({ search: { year: String(next) } })} />
}
