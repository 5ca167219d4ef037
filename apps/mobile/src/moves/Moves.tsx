import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Offered } from '../api/shapes.ts'
import { useSay } from '../app/language.ts'
import { client } from '../app/client.ts'
import { Note } from '../parts/Notes.tsx'
import { Press } from '../parts/Press.tsx'
import { MoveForm } from './MoveForm.tsx'
import '../styles/moves.css'

interface Props {
  readonly offered: readonly Offered[]
  readonly path: string
  readonly title: string
  readonly version?: number | undefined
  /** The likeliest move lies open at once: for those who came to answer one question. */
  readonly open?: boolean
}

/** What this person may do now, as the server offers it: the likeliest first, the rest behind 更多. */
export function Moves({ offered, path, title, version, open = false }: Props): ReactElement | null {
  const { t } = useTranslation()
  const say = useSay()
  const primary = offered.find((each) => each.primary)
  const [chosen, setChosen] = useState<string | null>(null)
  const [unfolded, setMore] = useState(false)
  const more = unfolded || primary === undefined
  const [done, setDone] = useState<'sent' | 'waiting' | null>(null)
  const current = offered.find((each) => each.move === (chosen ?? (open && done === null ? primary?.move : undefined)))
  const rest = offered.filter((each) => each !== primary && each !== current)
  const finish = (as: 'sent' | 'waiting') => {
    setChosen(null)
    setMore(false)
    setDone(as)
    if (as === 'sent') void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'outbox' })
  }
  if (offered.length === 0 && done === null) return null
  return (
    <div className="moves">
      <output>
        {done ? (
          <Note tone={done === 'sent' ? 'done' : 'paused'} icon={done === 'sent' ? 'done' : 'cloud'}>
            {t(done === 'sent' ? 'form.done' : 'outbox.offlineKept')}
          </Note>
        ) : null}
      </output>
      {current ? (
        <section className="card" aria-label={say(current.label)}>
          {open && current === primary ? null : <h3>{say(current.label)}</h3>}
          <MoveForm
            key={current.move}
            offered={current}
            path={path}
            title={title}
            version={version}
            onDone={finish}
            onCancel={open && current === primary ? undefined : () => setChosen(null)}
          />
        </section>
      ) : null}
      {primary && primary !== current ? (
        <Press look={primary.danger ? 'danger' : 'main'} wide onPress={() => setChosen(primary.move)}>
          {say(primary.label)}
        </Press>
      ) : null}
      {rest.length > 0 && !more ? (
        <Press look="quiet" onPress={() => setMore(true)} aria-expanded={false}>
          {t('form.more')}
        </Press>
      ) : null}
      {more
        ? rest.map((each) => (
            <Press key={each.move} look={each.danger ? 'danger' : 'plain'} wide onPress={() => setChosen(each.move)}>
              {say(each.label)}
            </Press>
          ))
        : null}
    </div>
  )
}
