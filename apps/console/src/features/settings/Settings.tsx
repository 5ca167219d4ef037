import { Segmented } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PostView } from '../../api-types.ts'
import { languageNames, setLang, useSay, useWords } from '../../app/language.ts'
import { useWish, wish } from '../../app/scheme.ts'
import type { Wish } from '../../app/scheme.ts'
import { useMe } from '../../app/session.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { Question } from '../../parts/Question.tsx'
import { Security } from './Security.tsx'
import { settingsWords } from './words.ts'

function Keys(): ReactElement {
  const t = useWords(settingsWords)
  const keys = [
    ['⌘K / Ctrl K', t('keyFind')],
    ['j / k', t('keyStep')],
    ['Enter', t('keyAct')],
    ['Ctrl + Enter', t('keySend')],
    ['Esc', t('keyClose')],
  ] as const
  return (
    <dl className="facts">
      {keys.map(([key, what]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What one may set for oneself: language, colours; and what one's posts are. */
export function Settings(): ReactElement {
  const t = useWords(settingsWords)
  const say = useSay()
  const me = useMe()
  const { i18n } = useTranslation()
  const chosen = useWish()
  return (
    <div className="page stack settings">
      <h1>{t('title')}</h1>
      <Question label={t('language')}>
        <Segmented<'zh' | 'en'>
          aria-label={t('language')}
          value={i18n.language === 'en' ? 'en' : 'zh'}
          options={[
            { value: 'zh', label: languageNames.zh },
            { value: 'en', label: languageNames.en },
          ]}
          onChange={setLang}
        />
      </Question>
      <Question label={t('colours')}>
        <Segmented<Wish>
          aria-label={t('colours')}
          value={chosen}
          options={[
            { value: 'system', label: t('system') },
            { value: 'light', label: t('light') },
            { value: 'dark', label: t('dark') },
          ]}
          onChange={wish}
        />
      </Question>
      <section>
        <h2>{t('posts')}</h2>
        <p className="quiet">{t('postsHelp')}</p>
        <DataTable<PostView>
          caption={t('posts')}
          keyOf={(post) => post.id}
          rows={me.data?.posts ?? []}
          columns={[
            { key: 'role', title: t('role'), main: true, render: (post) => say(post.roleSay) },
            { key: 'org', title: t('org'), render: (post) => post.org.name },
            { key: 'area', title: t('area'), render: (post) => post.area.name },
          ]}
        />
      </section>
      <Security />
      <section>
        <h2>{t('keys')}</h2>
        <Keys />
      </section>
    </div>
  )
}
