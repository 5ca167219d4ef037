import type { Schemas } from '@linli/api'
import { momentSay, useLang, useNow } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { useMe } from '../../app/session.ts'
import { Actions } from '../../parts/Actions.tsx'
import { ask } from '../../parts/form/ask.ts'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { SecondFactor } from './SecondFactor.tsx'
import { securityWords } from './words.ts'

const passwordFields = [
  ask('current', securityWords.current, 'password'),
  ask('next', securityWords.next, 'password', { help: securityWords.nextHelp, minLength: 10 }),
]

function Password(): ReactElement {
  const t = useWords(securityWords)
  return (
    <section>
      <h2>{t('password')}</h2>
      <Actions
        actions={[
          {
            key: 'password',
            label: t('change'),
            render: (close, done) => (
              <AskForm
                id="password"
                explain={t('changeExplain')}
                fields={passwordFields}
                submit={t('change')}
                send={(body) => api.post('/api/my/password', body)}
                onCancel={close}
                onDone={() => done(t('changed'))}
              />
            ),
          },
        ]}
      />
    </section>
  )
}

function Sessions(): ReactElement {
  const t = useWords(securityWords)
  const lang = useLang()
  const now = useNow()
  const found = useQuery({ queryKey: ['my-sessions'], queryFn: () => api.get<Schemas['SessionList']>('/api/my/sessions') })
  const end = async (id: string): Promise<void> => {
    await api.delete(`/api/my/sessions/${id}`)
    await queries.invalidateQueries({ queryKey: ['my-sessions'] })
  }
  return (
    <section>
      <h2>{t('sessions')}</h2>
      <ul className="plain-list">
        {found.data?.items.map((one) => (
          <li key={one.id} className="row">
            <span>
              {one.device}
              {one.here && <span className="quiet"> · {t('here')}</span>}
              <br />
              <span className="quiet small">
                {t('until', { from: momentSay(one.signedInAt, now, lang), to: momentSay(one.endsAt, now, lang) })}
              </span>
            </span>
            {!one.here && (
              <button type="button" className="link-button push" onClick={() => void end(one.id)}>
                {t('end')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Looks(): ReactElement {
  const t = useWords(securityWords)
  const say = useSay()
  const lang = useLang()
  const now = useNow()
  const found = useQuery({ queryKey: ['my-looks'], queryFn: () => api.get<Schemas['LookList']>('/api/my/looks') })
  return (
    <section>
      <h2>{t('looks')}</h2>
      {found.data?.items.length === 0 && <p className="quiet">{t('noLooks')}</p>}
      <ul className="plain-list">
        {found.data?.items.map((one) => (
          <li key={one.id} className="row">
            <span>
              {t('look', {
                who: [one.unit, say(one.role), one.name].filter(Boolean).join(' '),
                what: say(one.fieldSay),
                why: say(one.purposeSay),
              })}
            </span>
            <time className="quiet small push" dateTime={one.at}>
              {momentSay(one.at, now, lang)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Password, second factor, devices, and who looked at one's data. */
export function Security(): ReactElement {
  const t = useWords(securityWords)
  const me = useMe()
  return (
    <>
      <Password />
      <section>
        <h2>{t('factor')}</h2>
        <p className="quiet">{me.data?.secondFactor === 'on' ? t('factorOn') : t('factorOff')}</p>
        {me.data?.secondFactor !== 'on' && <SecondFactor />}
      </section>
      <Sessions />
      <Looks />
    </>
  )
}
