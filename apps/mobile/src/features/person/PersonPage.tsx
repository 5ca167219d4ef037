import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { call } from '../../api/call.ts'
import type { Problem } from '../../api/problem.ts'
import type { Pair } from '../../api/shapes.ts'
import { useSay } from '../../app/language.ts'
import { useMe } from '../../app/session.ts'
import { Empty, Skeleton, Trouble } from '../../parts/Notes.tsx'
import { Go } from '../../parts/Press.tsx'
import { Part, Screen } from '../../parts/Screen.tsx'
import { AskForm } from './AskForm.tsx'
import { VerifyForm } from './VerifyForm.tsx'
import { personWords as words } from './words.ts'

/** What the register holds about the person who is signed in. */
export interface MyPerson {
  readonly known: boolean
  readonly fields: readonly {
    readonly field: string
    readonly say: Pair
    readonly value: string
    readonly source: Pair
    readonly asOf: string
    readonly because: Pair
  }[]
  readonly records: readonly {
    readonly id: string
    readonly source: Pair
    readonly asOf: string
    readonly benefit: string | null
    readonly level: string | null
  }[]
  readonly requests: readonly { readonly id: string; readonly kindSay: Pair; readonly stateSay: Pair; readonly answer: string | null }[]
}

/** Asked anew each time and kept nowhere: it is in the clear. */
const key = ['my person']

function Known({ mine }: { mine: MyPerson }): ReactElement {
  const say = useSay()
  return (
    <>
      <Part title={say(words.known)}>
        <ul className="rows">
          {mine.fields.map((field) => (
            <li key={field.field} className="card">
              <b>{say(field.say)}</b>
              <span>{field.value}</span>
              <span className="fine">
                {say(field.source)} · {field.asOf} · {say(field.because)}
              </span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={say(words.records)}>
        <ul className="rows">
          {mine.records.map((record) => (
            <li key={record.id} className="card">
              <b>{say(record.source)}</b>
              <span className="fine">{[record.benefit, record.level, record.asOf].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
      </Part>
    </>
  )
}

function Mine({ mine, onChange }: { mine: MyPerson; onChange: () => void }): ReactElement {
  const say = useSay()
  return (
    <>
      <Go to="/looks" look="row" icon="person">
        {say(words.looks)}
      </Go>
      <Known mine={mine} />
      <Part title={say(words.ask)}>
        <AskForm onDone={onChange} />
      </Part>
      {mine.requests.length > 0 ? (
        <Part title={say(words.asked)}>
          <ul className="rows">
            {mine.requests.map((one) => (
              <li key={one.id} className="card">
                <b>{say(one.kindSay)}</b>
                <span>{say(one.stateSay)}</span>
                {one.answer ? <span className="fine">{one.answer}</span> : null}
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
    </>
  )
}

function Body(): ReactElement {
  const client = useQueryClient()
  const asked = useQuery<MyPerson, Problem>({ queryKey: key, queryFn: () => call<MyPerson>('GET', '/api/my/person'), gcTime: 0 })
  if (asked.error) return <Trouble problem={asked.error} again={() => void asked.refetch()} />
  if (!asked.data) return <Skeleton rows={3} />
  if (!asked.data.known) return <VerifyForm onDone={(mine) => client.setQueryData(key, mine)} />
  return <Mine mine={asked.data} onChange={() => void asked.refetch()} />
}

/** One's own page in the register of people: what is held, who looked, and what one may ask. */
export function PersonPage(): ReactElement {
  const say = useSay()
  const me = useMe()
  if (me.isPending) return <Skeleton />
  return (
    <Screen title={say(words.title)} back>
      <p className="quiet">{say(words.explain)}</p>
      {me.data ? <Body /> : <Empty action={<Go to="/sign-in">{say(words.signIn)}</Go>}>{say(words.visitor)}</Empty>}
    </Screen>
  )
}
