import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSay } from '../../app/language.ts'
import { useNow } from '../../app/now.ts'
import { useSettings } from '../../app/settings.ts'
import { daySay } from '../../app/when.ts'
import { Note } from '../../parts/Notes.tsx'
import { Press } from '../../parts/Press.tsx'
import { type SimilarMatter, useSimilar } from './similar.ts'

interface Props {
  readonly about: Parameters<typeof useSimilar>[0]
  /** The number of the matter that is the same, or null. */
  readonly sameAs: string | null
  readonly onSame: (number: string | null) => void
}

function Item({ one, onTake }: { one: SimilarMatter; onTake: () => void }): ReactElement {
  const { t } = useTranslation()
  const { lang } = useSettings()
  const say = useSay()
  const now = useNow()
  return (
    <li className="same-item">
      <p>
        <b>{say(one.category.name)}</b> · {one.place}
        {one.metres === null ? null : ` · ${one.metres === 0 ? t('same.here') : t('same.metres', { n: one.metres })}`}
      </p>
      <p className="hint">
        {say(one.stateSay)} · {say(one.unit)} · {t('same.since', { day: daySay(one.reportedAt, now, lang) })}
        {one.reports > 1 ? ` · ${t('same.reports', { n: one.reports })}` : null}
      </p>
      <Press wide onPress={onTake}>
        {t('same.take')}
      </Press>
    </li>
  )
}

/** 「附近有人说过」: offered beside the form, never in its way; whoever does not look at it goes on. */
export function SameHere({ about, sameAs, onSame }: Props): ReactElement | null {
  const { t } = useTranslation()
  const [declined, setDeclined] = useState(false)
  const items = useSimilar(about)
  if (sameAs !== null) {
    return (
      <Note tone="done" icon="done">
        <p>{t('same.taken', { number: sameAs })}</p>
        <Press look="quiet" onPress={() => onSame(null)}>
          {t('same.undo')}
        </Press>
      </Note>
    )
  }
  if (declined || items.length === 0) return null
  return (
    <section className="card same" aria-label={t('same.title')}>
      <h2>{t('same.title')}</h2>
      <p className="hint">{t('same.why')}</p>
      <ul>
        {items.map((one) => (
          <Item key={one.number} one={one} onTake={() => onSame(one.number)} />
        ))}
      </ul>
      <Press look="quiet" wide onPress={() => setDeclined(true)}>
        {t('same.none')}
      </Press>
    </section>
  )
}
