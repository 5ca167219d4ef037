import { useEffect, useRef } from 'react'
import type { ReactElement } from 'react'
import { useWords } from '../../app/language.ts'
import { ListRow } from '../../parts/ListRow.tsx'
import type { Row as Shown } from '../../parts/ListRow.tsx'
import { grouped, keyOf } from './groups.ts'
import type { Pointed } from './groups.ts'
import { worklistWords } from './words.ts'

type Entry = Pointed & Shown

function Row<T extends Entry>(props: {
  readonly item: T
  readonly here: boolean
  readonly now: Date
  readonly onChoose: (item: T) => void
}): ReactElement {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (props.here) button.current?.scrollIntoView({ block: 'nearest' })
  }, [props.here])
  return (
    <li>
      <button
        ref={button}
        type="button"
        className={props.here ? 'list-row list-here' : 'list-row'}
        aria-current={props.here ? 'true' : undefined}
        onClick={() => props.onChoose(props.item)}
      >
        <ListRow item={props.item} now={props.now} />
      </button>
    </li>
  )
}

interface GroupedListProps<T> {
  readonly items: readonly T[]
  readonly shown: Pointed | undefined
  readonly now: Date
  readonly onChoose: (item: T) => void
}

/** What waits, under the day on which it is due. */
export function GroupedList<T extends Entry>({ items, shown, now, onChoose }: GroupedListProps<T>): ReactElement {
  const t = useWords(worklistWords)
  return (
    <>
      {grouped(items, now).map((group) => (
        <section key={group.name} className="list-group">
          <h2 className={group.name === 'groupLate' ? 'late' : ''}>{t(group.name)}</h2>
          <ul>
            {group.items.map((item) => (
              <Row key={keyOf(item)} item={item} here={shown !== undefined && keyOf(item) === keyOf(shown)} now={now} onChoose={onChoose} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
