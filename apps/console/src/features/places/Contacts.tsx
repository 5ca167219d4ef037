import type { Problem, Schemas } from '@linli/api'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { useIs } from '../../app/roles.ts'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { Note } from '../../parts/Note.tsx'
import { newContact } from './forms.ts'
import type { BuildingDetail } from './use-places.ts'
import { placeWords } from './words.ts'

type Contact = BuildingDetail['tree'][number]

const refresh = (): void => void queries.invalidateQueries({ queryKey: ['buildings'] })

/** Who calls in an emergency; the server decides all the same. */
function useCalls(): boolean {
  return [useIs('communityDesk'), useIs('gridWorker'), useIs('gridLeader'), useIs('dispatcher')].some(Boolean)
}

function ContactLine({ contact, depth }: { readonly contact: Contact; readonly depth: number }): ReactElement {
  const t = useWords(placeWords)
  const say = useSay()
  const mayCall = useCalls()
  const show = useMutation<Schemas['BuildingContactShown'], Problem>({
    mutationFn: () => api.post(`/api/places/contacts/${contact.id}/reveal`, { field: 'phone', purpose: 'emergency' }),
  })
  const end = useMutation<unknown, Problem>({ mutationFn: () => api.delete(`/api/places/contacts/${contact.id}`), onSettled: refresh })
  const problem = show.error ?? end.error
  return (
    <li className={depth > 0 ? 'contact-under' : undefined}>
      <div className="row">
        <span className="quiet">{say(contact.roleSay)}</span>
        <span>{contact.name}</span>
        <span className="number">{show.data?.value ?? contact.phone}</span>
        <span className="push row">
          {mayCall && !show.data && (
            <button type="button" className="link-button" onClick={() => show.mutate()}>
              {t('showPhone')}
            </button>
          )}
          <button type="button" className="link-button" onClick={() => end.mutate()}>
            {t('endContact')}
          </button>
        </span>
      </div>
      {problem && <Note tone="late">{problem.detail || problem.code}</Note>}
    </li>
  )
}

/** The contacts of a building, each under the one who passes the word on. */
function inOrder(tree: readonly Contact[], above: string | null = null, depth = 0): { contact: Contact; depth: number }[] {
  return tree
    .filter((contact) => contact.above === above)
    .flatMap((contact) => [{ contact, depth }, ...inOrder(tree, contact.id, depth + 1)])
}

/** Whom one calls when a pipe bursts, with their consent (004-17). */
export function Contacts({ one }: { readonly one: BuildingDetail }): ReactElement {
  const t = useWords(placeWords)
  const [adding, setAdding] = useState(false)
  const mayAdd = [useCalls(), useIs('systemAdmin')].some(Boolean)
  const above = one.tree.map(({ id, name, roleSay }) => ({ id, say: { zh: `${roleSay.zh} ${name}`, en: `${roleSay.en} ${name}` } }))
  return (
    <section>
      <h3>{t('contacts')}</h3>
      <p className="quiet small">{t('contactsExplain')}</p>
      {one.tree.length === 0 && <p className="quiet">{t('noContacts')}</p>}
      <ul className="plain-list">
        {inOrder(one.tree).map(({ contact, depth }) => (
          <ContactLine key={contact.id} contact={contact} depth={depth} />
        ))}
      </ul>
      {mayAdd && !adding && <Button onClick={() => setAdding(true)}>{t('addContact')}</Button>}
      {adding && (
        <AskForm
          id={`contact ${one.id}`}
          title={t('addContact')}
          fields={newContact(above)}
          submit={t('addContact')}
          send={(body, attempts) => api.post(`/api/places/buildings/${one.id}/contacts`, body, { attempts })}
          onCancel={() => setAdding(false)}
          onDone={() => {
            refresh()
            setAdding(false)
          }}
        />
      )}
    </section>
  )
}
