import type { Choice, Field } from '@linli/ui'
import { ask, choicesFrom, may } from '../../parts/form/ask.ts'
import { componentStateWords, componentWords as w } from './words.ts'

const body = (name: string, label: { readonly zh: string; readonly en: string }, phone: boolean): Field =>
  may({
    ...ask(name, label, 'group'),
    fields: [
      ask('name', w.name, 'text', { minLength: 2, maxLength: 60 }),
      ...(phone ? [may(ask('phone', w.phone, 'text', { maxLength: 20 }))] : []),
    ],
  })

const { intact, damaged, lost, abandoned } = componentStateWords

/** What a new component is asked. */
export const newFields = (types: readonly Choice[]): Field[] => [
  ask('type', w.type, 'select', { choices: types }),
  ask('name', w.name, 'text', { maxLength: 30 }),
  ask('place', w.place, 'place'),
  may(ask('placeWords', w.place, 'text', { maxLength: 120 })),
  may(ask('state', w.state, 'choice', { choices: choicesFrom({ intact, damaged, lost, abandoned }), initial: 'intact' })),
  body('owner', w.owner, false),
  body('keeper', w.keeper, true),
  may(ask('code', w.code, 'text', { maxLength: 40 })),
  may(ask('since', w.since, 'date')),
  may(ask('dwelling', w.dwelling, 'text', { maxLength: 40 })),
]
