import type { Schemas } from '@linli/api'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { ask, choicesFrom } from '../../parts/form/ask.ts'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { peopleWords, purposeWords } from './words.ts'

const route = getRouteApi('/desk/people')
const ways = { idNumber: peopleWords.idNumber, phone: peopleWords.phone, name: peopleWords.name }
const fields = [
  ask('by', peopleWords.by, 'choice', { choices: choicesFrom(ways) }),
  ask('value', peopleWords.value, 'text', { maxLength: 60 }),
  ask('purpose', peopleWords.purpose, 'choice', { choices: choicesFrom(purposeWords), help: peopleWords.purposeHelp }),
]

/** Asks whom and what for; what was typed is not kept in the address. */
export function FindPerson({ onFound }: { readonly onFound: (found: Schemas['FoundPersons']) => void }): ReactElement {
  const t = useWords(peopleWords)
  const navigate = route.useNavigate()
  return (
    <AskForm<{ found: Schemas['FoundPersons']; purpose: string }>
      id="find person"
      fields={fields}
      unkept={['value']}
      initial={{ by: 'idNumber', purpose: 'visit' }}
      submit={t('search')}
      send={async (body) => ({
        found: await api.post<Schemas['FoundPersons']>('/api/people/search', body),
        purpose: String(body['purpose']),
      })}
      onDone={({ found, purpose }) => {
        onFound(found)
        const [only] = found.items
        void navigate({ search: { purpose, ...(found.items.length === 1 && only && { at: only.id }) } })
      }}
    />
  )
}
