import { daySay, distanceSay, timeSay, ToneMark, useLang, wallOf } from '@linli/ui'
import type { Pair, Tone } from '@linli/ui'
import type { ReactElement, ReactNode } from 'react'
import type { AreaName, CategoryName } from '../api-types.ts'
import { useSay, useWords } from '../app/language.ts'
import { worklistWords } from '../features/worklist/words.ts'

/** What a line of a list shows, whichever list it is. */
export interface Row {
  readonly title: string
  readonly area: AreaName
  readonly category: CategoryName
  readonly why?: Pair
  readonly stateSay: Pair
  readonly dueAt: string | null
  readonly late: boolean
  readonly soon: boolean
  readonly emergency: boolean
}

function toneOf(item: Row, now: Date): Tone {
  if (item.late || (item.dueAt !== null && Date.parse(item.dueAt) <= now.getTime())) return 'late'
  return item.soon ? 'soon' : 'waiting'
}

/** The day of a promise in the fewest words: the hour when it is today. */
function When({ item, now }: { readonly item: Row; readonly now: Date }): ReactNode {
  const lang = useLang()
  if (item.dueAt === null) return null
  const isToday = wallOf(item.dueAt).serial === wallOf(now).serial
  return (
    <time className="list-when" dateTime={item.dueAt}>
      {isToday ? timeSay(item.dueAt) : daySay(item.dueAt, now, lang)}
    </time>
  )
}

/** One matter in a list: what it is and when it is due; below, where, why it waits, how much time is left. */
export function ListRow({ item, now }: { readonly item: Row; readonly now: Date }): ReactElement {
  const t = useWords(worklistWords)
  const say = useSay()
  const lang = useLang()
  const tone = toneOf(item, now)
  return (
    <>
      <span className={`list-line l-tone-${tone}`}>
        <ToneMark tone={item.emergency ? 'late' : tone} />
        <span className="list-title">
          {item.emergency && <b className="late">{t('emergency')} </b>}
          <b>{say(item.category.name)}</b> {item.title}
        </span>
        <When item={item} now={now} />
      </span>
      <span className={`list-note l-tone-${tone}`}>
        <span className="list-where">
          {item.area.name} · {say(item.why ?? item.stateSay)}
        </span>
        {item.dueAt !== null && <span className="list-far">{distanceSay(item.dueAt, now, lang)}</span>}
      </span>
    </>
  )
}
