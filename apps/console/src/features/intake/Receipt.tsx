import { address } from '@linli/api'
import { momentSay, useLang, useNow } from '@linli/ui'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { ReactElement } from 'react'
import type { CaseView } from '../../api-types.ts'
import { useSay, useWords } from '../../app/language.ts'
import { Note } from '../../parts/Note.tsx'
import { intakeWords } from './words.ts'

/** What was made of it, in words that can be read to the caller. */
export function Receipt({ one, onNext }: { readonly one: CaseView; readonly onNext: () => void }): ReactElement {
  const t = useWords(intakeWords)
  const say = useSay()
  const lang = useLang()
  const now = useNow()
  const next = useRef<HTMLButtonElement>(null)
  useEffect(() => next.current?.focus(), [])
  const values = { number: one.number, holder: say(one.holder) }
  return (
    <div className="page intake">
      <div className="page-head">
        <h1>{t('done')}</h1>
      </div>
      <p className="receipt-number number">{one.number}</p>
      <section className="receipt-tell">
        <h2>{t('tell')}</h2>
        <p>{one.dueAt === null ? t('tellNoDate', values) : t('tellText', { ...values, at: momentSay(one.dueAt, now, lang) })}</p>
      </section>
      {one.emergency && (
        <Note tone="late" alert>
          <Link to="/cases/$id" params={{ id: one.id }}>
            {t('recordEmergency')}
          </Link>
        </Note>
      )}
      <div className="row">
        <Button ref={next} type="primary" size="large" onClick={onNext}>
          {t('next')}
        </Button>
        <a href={address(`/api/cases/${one.id}/slip`, { lang })} target="_blank" rel="noreferrer">
          {t('slip')}
        </a>
        <a href={address(`/api/cases/${one.id}/slip`, { lang, large: true })} target="_blank" rel="noreferrer">
          {t('slipLarge')}
        </a>
        <Link to="/cases/$id" params={{ id: one.id }}>
          {t('open')}
        </Link>
      </div>
    </div>
  )
}
