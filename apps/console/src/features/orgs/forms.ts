import { ask, choicesFrom, may } from '../../parts/form/ask.ts'
import { kindWords, orgWords, positionWords } from './words.ts'

const w = orgWords
const kindChoices = choicesFrom(kindWords)

const shared = [
  ask('name', w.name, 'text', { maxLength: 80 }),
  may(ask('nameEn', w.nameEn, 'text', { maxLength: 120 })),
  ask('area', w.area, 'area'),
  may(ask('parent', w.parent, 'unit')),
  may(ask('attachedTo', w.attachedTo, 'unit')),
  may(ask('phone', w.phone, 'text', { maxLength: 40 })),
  may(ask('uscc', w.uscc, 'text', { maxLength: 18, minLength: 18 })),
]

/** What a new unit is asked. */
export const newUnit = [
  ask('kind', w.kind, 'choice', { choices: kindChoices }),
  ask('id', w.id, 'text', { help: w.idHelp, maxLength: 60 }),
  ...shared,
]

/** What may be changed of a unit; what is left blank stays as it is. */
export const changedUnit = shared.map(may)

export const newAppointment = [
  ask('position', w.position, 'choice', { choices: choicesFrom(positionWords) }),
  ask('name', w.person, 'text', { maxLength: 60 }),
  may(ask('crossFrom', w.crossFrom, 'unit')),
  may(ask('fromOn', w.fromOn, 'date')),
]

export const newCompound = [
  ask('name', w.name, 'text', { maxLength: 80 }),
  ask('id', w.id, 'text', { help: w.idHelp, maxLength: 60 }),
  ask('area', w.area, 'area'),
  may(ask('households', w.households, 'number', { min: 0, max: 100_000 })),
]

export const newWorker = [
  ask('kind', w.kind, 'choice', { choices: choicesFrom({ fullTime: w.fullTime, partTime: w.partTime, mobile: w.mobile }) }),
  ask('grid', w.grid, 'area'),
  ask('name', w.person, 'text', { maxLength: 60 }),
  may(ask('phone', w.phone, 'text', { maxLength: 30 })),
  may(ask('fromOn', w.fromOn, 'date')),
  may(ask('consentOn', w.consentOn, 'date', { help: w.consentHelp })),
]

export const redMark = [ask('grounds', w.grounds, 'longtext', { minLength: 2, maxLength: 500 }), ask('markedOn', w.markedOn, 'date')]
