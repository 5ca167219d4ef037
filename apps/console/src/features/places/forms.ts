import { ask, choicesFrom, may } from '../../parts/form/ask.ts'
import type { Kinds } from './use-places.ts'
import { placeWords } from './words.ts'

const w = placeWords
type KindRows = Kinds['items']

const kindChoices = (kinds: KindRows) => kinds.filter((one) => one.enabled).map((one) => ({ value: one.code, say: one.say }))

/** What a new small place is asked. */
export const newSmallPlace = (kinds: KindRows) => [
  ask('name', w.name, 'text', { maxLength: 80 }),
  ask('kind', w.kind, 'select', { choices: kindChoices(kinds) }),
  ask('address', w.address, 'text', { maxLength: 160 }),
  ask('area', w.area, 'area'),
  may(ask('uscc', w.uscc, 'text', { minLength: 18, maxLength: 18 })),
  may(ask('inspectedOn', w.inspectedOn, 'date')),
  may(ask('cycleDays', w.cycleDays, 'number', { min: 1, max: 3660 })),
]

/** What may be changed of a small place; what is left blank stays as it is. */
export const changedSmallPlace = (kinds: KindRows) => [
  may(ask('kind', w.kind, 'select', { choices: kindChoices(kinds) })),
  may(ask('inspectedOn', w.inspectedOn, 'date')),
  may(ask('cycleDays', w.cycleDays, 'number', { min: 1, max: 3660 })),
  may(ask('uscc', w.uscc, 'text', { minLength: 18, maxLength: 18 })),
  may(ask('closedOn', w.closedOn, 'date')),
]

/** What an area says of a kind. */
export const changedKind = [
  ask('name', w.kindName, 'text', { maxLength: 40 }),
  may(ask('nameEn', w.kindNameEn, 'text', { maxLength: 60 })),
  ask('cycleDays', w.cycle, 'number', { min: 1, max: 3660 }),
  may(ask('words', w.words, 'list')),
  ask('enabled', w.enabled, 'yesNo'),
]

const { head, owner, tenant, shop, property } = placeWords

/** What a new contact of a building is asked; `above` are the contacts that may pass a word on. */
export const newContact = (above: readonly { readonly id: string; readonly say: { readonly zh: string; readonly en: string } }[]) => [
  ask('role', w.role, 'choice', { choices: choicesFrom({ head, owner, tenant, shop, property }) }),
  ask('name', w.person, 'text', { maxLength: 40 }),
  ask('phone', w.phone, 'text', { minLength: 5, maxLength: 30 }),
  ask('consentOn', w.consentOn, 'date'),
  ...(above.length > 0 ? [may(ask('above', w.under, 'select', { choices: above.map((one) => ({ value: one.id, say: one.say })) }))] : []),
]
