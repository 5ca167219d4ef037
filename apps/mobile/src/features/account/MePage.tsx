import { useNavigate } from '@tanstack/react-router'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asProblem, type Problem } from '../../api/problem.ts'
import type { Me } from '../../api/shapes.ts'
import { helpLine } from '../../app/help-line.ts'
import { useSay } from '../../app/language.ts'
import { useOutbox } from '../../app/outbox.ts'
import { signOut, useMe } from '../../app/session.ts'
import { changeSettings, largeSizes, type LargeSize, useSettings } from '../../app/settings.ts'
import { Choice } from '../../parts/Fields.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { Note, Skeleton, Trouble } from '../../parts/Notes.tsx'
import { Dial, Go, Press } from '../../parts/Press.tsx'
import { Part, Screen } from '../../parts/Screen.tsx'
import { Erase } from './Erase.tsx'
import { InstallRow } from './InstallRow.tsx'

/** Each language by its own name. */
const languageNames = { zh: '中文', en: 'English' }

function Posts({ me }: { me: Me }): ReactElement | null {
  const say = useSay()
  if (me.posts.length === 0) return null
  return (
    <ul className="rows">
      {me.posts.map((post) => (
        <li key={post.id}>
          <b>{say(post.roleSay)}</b>
          <p className="quiet">
            {post.org.name} · {post.area.name}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Leave(): ReactElement {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const waiting = useOutbox().filter((row) => row.state === 'waiting' && row.account !== null).length
  const [problem, setProblem] = useState<Problem | null>(null)
  const leave = async () => {
    try {
      await signOut()
      await navigate({ to: '/', replace: true })
    } catch (error) {
      setProblem(asProblem(error))
    }
  }
  return (
    <>
      {waiting > 0 ? (
        <Note tone="soon" icon="warn">
          {t('me.waitingStays', { n: waiting })}
        </Note>
      ) : null}
      {problem ? <Trouble problem={problem} /> : null}
      <Press onPress={() => void leave()}>{t('me.signOut')}</Press>
    </>
  )
}

function Reading(): ReactElement {
  const { t } = useTranslation()
  const { lang, large, size } = useSettings()
  const prints = [
    { value: 'normal', say: t('me.printNormal') },
    ...largeSizes.map((each) => ({ value: String(each), say: t(`me.print${each}`) })),
  ]
  const languages = Object.entries(languageNames).map(([value, say]) => ({ value, say }))
  const setPrint = (value: string) =>
    value === 'normal' ? changeSettings({ large: false }) : changeSettings({ large: true, size: Number(value) as LargeSize })
  return (
    <>
      <Choice label={t('me.print')} options={prints} value={large ? String(size) : 'normal'} onChange={setPrint} />
      <Choice
        label={t('me.language')}
        options={languages}
        value={lang}
        onChange={(value) => changeSettings({ lang: value === 'en' ? 'en' : 'zh' })}
      />
    </>
  )
}

/** Who I am here, how I read, who looked at my data, and where to complain about this app itself. */
export function MePage(): ReactElement {
  const { t } = useTranslation()
  const me = useMe()
  if (me.isPending) return <Skeleton />
  return (
    <Screen title={me.data?.account.name || t('me.visitor')}>
      {me.data ? <Posts me={me.data} /> : <Go to="/sign-in">{t('home.signIn')}</Go>}
      <Part title={t('me.reading')}>
        <Reading />
      </Part>
      <Part title={t('me.mine')}>
        <div className="rows">
          {me.data ? (
            <Go to="/looks" look="row" icon="person">
              {t('looks.title')}
            </Go>
          ) : null}
          {me.data?.account.kind === 'resident' ? (
            <Go to="/person" look="row" icon="person">
              {t('me.person')}
            </Go>
          ) : null}
          {me.data ? (
            <Go to="/devices" look="row" icon="list">
              {t('devices.title')}
            </Go>
          ) : null}
          {me.data?.account.signIn ? (
            <Go to="/password" look="row" icon="key">
              {t('password.title')}
            </Go>
          ) : null}
          <Go to="/inbox" look="row" icon="inbox">
            {t('inbox.title')}
          </Go>
          {me.data?.account.kind === 'staff' ? (
            <a href="/desk/" className="press press-row">
              <Icon name="list" />
              <span>{t('me.desk')}</span>
            </a>
          ) : null}
          <Go to="/waiting" look="row" icon="cloud">
            {t('outbox.title')}
          </Go>
          <Go to="/draws" look="row" icon="list">
            {t('draws.title')}
          </Go>
          <InstallRow />
          <Dial number={helpLine} look="row">
            {t('me.complain', { number: helpLine })}
          </Dial>
        </div>
      </Part>
      <Part title={t('me.rights')}>
        <p>{t('me.rightsWords')}</p>
        {me.data?.account.kind === 'resident' ? <Erase /> : null}
      </Part>
      {me.data ? <Leave /> : null}
    </Screen>
  )
}
