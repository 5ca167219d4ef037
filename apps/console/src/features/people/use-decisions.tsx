import { fieldsOf } from '@linli/ui'
import type { JsonSchema } from '@linli/ui'
import type { Offer } from '../../api-types.ts'
import { api, queries } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import type { Action } from '../../parts/Actions.tsx'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { peopleWords } from './words.ts'

interface Decided {
  readonly id: string
  readonly version: number
  readonly offers: readonly Offer[]
}

/** What the server says may be done with a pair or a request, as forms; each is drawn from what it asks. */
export function useDecisions(path: string, one: Decided | undefined): readonly Action[] {
  const t = useWords(peopleWords)
  const say = useSay()
  if (!one) return []
  return one.offers.map((offer) => ({
    key: offer.move,
    label: say(offer.label),
    render: (close, done) => (
      <AskForm
        id={`${offer.move} ${one.id}`}
        title={say(offer.label)}
        explain={say(offer.consequence)}
        fields={fieldsOf(offer.asks as JsonSchema | null)}
        submit={say(offer.label)}
        send={(body, attempts) => api.post(`${path}/${one.id}/${offer.move}`, { ...body, version: one.version }, { attempts })}
        onCancel={close}
        onDone={() => {
          for (const key of ['doubt', 'doubts', 'person', 'person-request', 'person-requests', 'me'])
            void queries.invalidateQueries({ queryKey: [key] })
          done(t('decided'))
        }}
      />
    ),
  }))
}
