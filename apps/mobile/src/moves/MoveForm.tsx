import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../api/problem.ts'
import type { Offered } from '../api/shapes.ts'
import { useSay } from '../app/language.ts'
import { Skeleton, Trouble } from '../parts/Notes.tsx'
import { Press } from '../parts/Press.tsx'
import { useDraft } from '../store/use-draft.ts'
import { type Asked, constantsOf, fieldsOf, isEmpty, missingIn, widgetOf } from './asked.ts'
import { FieldControl } from './FieldControl.tsx'
import { sayMove } from './say-move.ts'

interface Props {
  readonly offered: Offered
  /** The noun's path: `/api/cases/<id>`, `/api/orders/<id>` or `/api/public/follow/<token>`. */
  readonly path: string
  /** What the matter is called while the move waits. */
  readonly title: string
  readonly version?: number | undefined
  readonly onDone: (as: 'sent' | 'waiting') => void
  readonly onCancel?: (() => void) | undefined
}

/** The problem of one field, by the last part of its path. */
function wrongOf(problem: Problem | null, name: string): string | undefined {
  return problem?.errors.find((error) => error.path.split('/').includes(name))?.detail
}

function photosName(asked: Asked | null): string | null {
  return fieldsOf(asked).find(([, field]) => widgetOf(field) === 'photos')?.[0] ?? null
}

/** A move as a short form that says what follows from it, and keeps what was typed. */
export function MoveForm({ offered, path, title, version, onDone, onCancel }: Props): ReactElement {
  const { t } = useTranslation()
  const say = useSay()
  const asked = offered.asks
  const hold = useDraft<Record<string, unknown>>(`move:${path}/${offered.move}`, {})
  const [tried, setTried] = useState(false)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  if (!hold.ready) return <Skeleton rows={2} />
  const missing = missingIn(asked, hold.values)
  const send = async () => {
    setTried(true)
    if (missing.length > 0) return
    setSending(true)
    setProblem(null)
    const filled = Object.entries(hold.values).filter(([, value]) => !isEmpty(value))
    const body = { ...Object.fromEntries(filled), ...constantsOf(asked), ...(version === undefined ? {} : { version }) }
    const moved = await sayMove({
      path: `${path}/${offered.move}`,
      title: `${say(offered.label)} · ${title}`,
      body,
      photos: hold.photos,
      photosName: photosName(asked),
    })
    setSending(false)
    if (moved.as === 'refused') return setProblem(moved.problem)
    hold.clear()
    onDone(moved.as)
  }
  return (
    <form
      className="move"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {fieldsOf(asked).map(([name, field]) => (
        <FieldControl
          key={name}
          name={name}
          field={field}
          required={asked?.required?.includes(name) ?? false}
          value={hold.values[name]}
          wrong={wrongOf(problem, name) ?? (tried && missing.includes(name) ? t('form.needed') : undefined)}
          onChange={(value) => hold.change({ [name]: value })}
          photos={hold.photos}
          onPhotos={hold.setPhotos}
        />
      ))}
      {offered.consequence ? <p className="hint">{say(offered.consequence)}</p> : null}
      {problem ? <Trouble problem={problem} /> : null}
      <div className="pair">
        {onCancel ? <Press onPress={onCancel}>{t('form.cancel')}</Press> : null}
        <Press type="submit" look={offered.danger ? 'danger' : 'main'} isDisabled={sending}>
          {sending ? t('report.sending') : say(offered.label)}
        </Press>
      </div>
    </form>
  )
}
