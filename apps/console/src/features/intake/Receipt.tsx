import { address } from '@linli/api'
import type { Schemas } from '@linli/api'
import { useLang } from '@linli/ui'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { ReactElement } from 'react'
import { useSay, useWords } from '../../app/language.ts'
import { Note } from '../../parts/Note.tsx'
import { intakeWords } from './words.ts'

/** What was made of it, in words that can be read to the caller. */
export function Receipt({ one, onNext }: { readonly one: Schemas['Receipt']; readonly onNext: () => void }): ReactElement {
  const t = useWords(intakeWords)
  const say = useSay()
  const lang = useLang()
  const next = useRef<HTMLButtonElement>(null)
  useEffect(() => next.current?.focus(), [])
  return (
    <div className="page intake">
      <div className="page-head">
        <h1>{t('done')}</h1>
      </div>
      <p className="receipt-number number">{one.number}</p>
      <section className="receipt-tell">
        <h2>{t('tell')}</h2>
        <p>{t('tellText', { number: one.number, promise: say(one.promise) })}</p>
        <p>{t('tellCode', { code: one.code })}</p>
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
