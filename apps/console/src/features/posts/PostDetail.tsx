import type { Schemas } from '@linli/api'
import { dateSay, useLang, useNow } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { useIs } from '../../app/roles.ts'
import { Actions } from '../../parts/Actions.tsx'
import type { Action } from '../../parts/Actions.tsx'
import { AreaText } from '../../parts/AreaText.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { ask } from '../../parts/form/ask.ts'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { postWords } from './words.ts'

type Post = Schemas['Post']

const areasFields = [ask('areas', postWords.areas, 'areas', { required: false, help: postWords.areasHelp })]
const giveFields = [ask('account', postWords.account, 'account')]

function refresh(): void {
  for (const key of ['posts', 'holders', 'accounts']) void queries.invalidateQueries({ queryKey: [key] })
}

function usePostActions(post: Post): readonly Action[] {
  const t = useWords(postWords)
  const [isSystem, isSecurity] = [useIs('systemAdmin'), useIs('securityAdmin')]
  const path = `/api/posts/${encodeURIComponent(post.id)}`
  const saved = (done: () => void) => (): void => {
    refresh()
    done()
  }
  const give: Action = {
    key: 'give',
    label: t('give'),
    primary: true,
    render: (close, done) => (
      <AskForm
        id={`give ${post.id}`}
        title={t('give')}
        explain={t('giveExplain')}
        fields={giveFields}
        submit={t('give')}
        send={(body, attempts) => api.post(`${path}/holders`, body, { attempts })}
        onCancel={close}
        onDone={saved(done)}
      />
    ),
  }
  const change: Action = {
    key: 'change',
    label: t('change'),
    render: (close, done) => (
      <AskForm
        id={`areas ${post.id}`}
        title={t('change')}
        fields={areasFields}
        initial={{ areas: post.areas }}
        submit={t('change')}
        send={(body, attempts) => api.patch(path, { areas: body['areas'] ?? [] }, { attempts })}
        onCancel={close}
        onDone={saved(done)}
      />
    ),
  }
  const abolish: Action = {
    key: 'abolish',
    label: t('abolish'),
    danger: true,
    render: (close, done) => (
      <AskForm
        id={`abolish ${post.id}`}
        title={t('abolish')}
        explain={t('abolishExplain')}
        fields={[]}
        submit={t('abolish')}
        danger
        send={(_, attempts) => api.delete(path, { attempts })}
        onCancel={close}
        onDone={saved(done)}
      />
    ),
  }
  return [...(isSecurity ? [give] : []), ...(isSystem ? [change, abolish] : [])]
}

function Holders({ post }: { readonly post: Post }): ReactElement {
  const t = useWords(postWords)
  const lang = useLang()
  const now = useNow()
  const isSecurity = useIs('securityAdmin')
  const mayLook = useIs('systemAdmin') || isSecurity
  const found = useQuery({
    queryKey: ['holders', post.id],
    queryFn: () => api.get<Schemas['HolderList']>(`/api/posts/${encodeURIComponent(post.id)}/holders`),
    enabled: mayLook,
  })
  const take = async (holding: string): Promise<void> => {
    await api.delete(`/api/holdings/${holding}`)
    refresh()
  }
  const items = (found.data?.items ?? []).filter((one) => one.to === null)
  return (
    <section>
      <h3>{t('holders')}</h3>
      {items.length === 0 && <p className="quiet">{post.holders === 0 ? t('nobody') : t('people', { count: post.holders })}</p>}
      <ul className="plain-list">
        {items.map((one) => (
          <li key={one.id} className="row">
            <span>
              {one.name} <span className="quiet">{t('since', { at: dateSay(one.from, now, lang) })}</span>
            </span>
            {isSecurity && (
              <button type="button" className="link-button push" onClick={() => void take(one.id)}>
                {t('take')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One post: what it may, who holds it, what the administrators may do. */
export function PostDetail({ post }: { readonly post: Post }): ReactElement {
  const t = useWords(postWords)
  const say = useSay()
  const actions = usePostActions(post)
  return (
    <div className="stack">
      <h2>
        {say(post.roleSay)} · {say(post.org.name)}
      </h2>
      <Facts
        of={[
          [t('role'), say(post.roleSay)],
          [t('org'), say(post.org.name)],
          [t('area'), <AreaText key="area" code={post.area} />],
          [t('areas'), post.areas.join('、')],
        ]}
      />
      <Holders post={post} />
      {post.validTo === null && <Actions actions={actions} />}
    </div>
  )
}
