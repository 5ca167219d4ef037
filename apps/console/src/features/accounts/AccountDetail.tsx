import type { Schemas } from '@linli/api'
import { dateSay, momentSay, useLang, useNow } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { Actions } from '../../parts/Actions.tsx'
import type { Action } from '../../parts/Actions.tsx'
import { AreaText } from '../../parts/AreaText.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { ask, may } from '../../parts/form/ask.ts'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { accountWords } from './admin-words.ts'
import { OnceShown } from './OnceShown.tsx'

type Account = Schemas['Account']

const fields = [
  may(ask('name', accountWords.name, 'text', { maxLength: 60 })),
  may(ask('phone', accountWords.phone, 'text', { maxLength: 30 })),
  may(ask('area', accountWords.area, 'area')),
]

function refresh(): void {
  for (const key of ['accounts', 'sessions']) void queries.invalidateQueries({ queryKey: [key] })
}

function useAccountActions(one: Account): readonly Action[] {
  const t = useWords(accountWords)
  const path = `/api/accounts/${one.id}`
  const plain = (key: 'lock' | 'unlock', danger: boolean, explain: string): Action => ({
    key,
    label: t(key),
    danger,
    render: (close, done) => (
      <AskForm
        id={`${key} ${one.id}`}
        title={t(key)}
        explain={explain}
        fields={[]}
        submit={t(key)}
        danger={danger}
        send={(_, attempts) => api.post(`${path}/${key}`, undefined, { attempts })}
        onCancel={close}
        onDone={() => {
          refresh()
          done()
        }}
      />
    ),
  })
  const reset: Action = {
    key: 'reset',
    label: t('reset'),
    render: (close, done) => (
      <AskForm<Schemas['InvitationLink']>
        id={`reset ${one.id}`}
        title={t('reset')}
        explain={t('resetExplain')}
        fields={[]}
        submit={t('reset')}
        danger
        send={(_, attempts) => api.post(`${path}/reset`, undefined, { attempts })}
        onCancel={close}
        onDone={({ link }) => {
          refresh()
          done(link ? <OnceShown text={link} explain={t('link')} /> : t('linkGone'))
        }}
      />
    ),
  }
  const change: Action = {
    key: 'change',
    label: t('change'),
    render: (close, done) => (
      <AskForm
        id={`change account ${one.id}`}
        title={t('change')}
        fields={fields}
        initial={{ area: one.area }}
        submit={t('change')}
        send={(body, attempts) => api.patch(path, body, { attempts })}
        onCancel={close}
        onDone={() => {
          refresh()
          done()
        }}
      />
    ),
  }
  return [change, ...(one.kind === 'staff' ? [reset] : []), one.locked ? plain('unlock', false, '') : plain('lock', true, t('lockExplain'))]
}

function Sessions({ account }: { readonly account: string }): ReactElement {
  const t = useWords(accountWords)
  const lang = useLang()
  const now = useNow()
  const found = useQuery({
    queryKey: ['sessions', account],
    queryFn: () => api.get<Schemas['SessionList']>(`/api/accounts/${account}/sessions`),
  })
  const end = async (id: string): Promise<void> => {
    await api.delete(`/api/sessions/${id}`)
    refresh()
  }
  return (
    <section>
      <h3>{t('sessions')}</h3>
      {found.data?.items.length === 0 && <p className="quiet">{t('noSessions')}</p>}
      <ul className="plain-list">
        {found.data?.items.map((one) => (
          <li key={one.id} className="row">
            <span>
              {one.device || t('unknownDevice')}
              {one.here && <span className="quiet"> · {t('here')}</span>}
              <br />
              <span className="quiet small">
                {t('until', { from: momentSay(one.signedInAt, now, lang), to: momentSay(one.endsAt, now, lang) })}
              </span>
            </span>
            <button type="button" className="link-button push" onClick={() => void end(one.id)}>
              {t('endSession')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One account: what it is, its posts, where it is signed in. */
export function AccountDetail({ one }: { readonly one: Account }): ReactElement {
  const t = useWords(accountWords)
  const lang = useLang()
  const now = useNow()
  const actions = useAccountActions(one)
  const say = useSay()
  return (
    <div className="stack">
      <h2>{one.name}</h2>
      <Facts
        of={[
          [t('signIn'), one.signIn],
          [t('kind'), t(one.kind)],
          [t('phone'), one.phone],
          [t('area'), one.area && <AreaText key="area" code={one.area} />],
          [t('state'), one.locked ? t('locked') : one.hasPassword ? t('active') : t('waiting')],
          [t('factor'), t(one.secondFactor ? 'on' : 'off')],
          [t('since'), dateSay(one.createdAt, now, lang)],
        ]}
      />
      <section>
        <h3>{t('posts')}</h3>
        {one.posts.length === 0 && <p className="quiet">{t('noPosts')}</p>}
        <ul className="plain-list">
          {one.posts.map((held) => (
            <li key={held.holding}>
              <Link to="/posts" search={{ at: held.post }}>
                {held.roleSay === null ? held.orgName : `${say(held.roleSay)} · ${held.orgName}`}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <Sessions account={one.id} />
      <Actions actions={actions} />
    </div>
  )
}
