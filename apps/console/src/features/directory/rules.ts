import type { Schemas } from '@linli/api'
import { ask, choicesFrom, may } from '../../parts/form/ask.ts'
import { severityWords } from '../cases/words.ts'
import { basisWords, bodyWords, directoryWords } from './words.ts'

type Rule = Schemas['DirectoryRule']
type Answers = Readonly<Record<string, unknown>>

const w = directoryWords

/** What a rule says. */
export const ruleFields = [
  may(ask('lead', w.lead, 'unit', { help: w.leadHelp })),
  may(ask('leadBody', w.leadBody, 'choice', { choices: choicesFrom(bodyWords) })),
  may(ask('support', w.support, 'units', { maxItems: 10 })),
  ask('basisKind', w.basisKind, 'choice', { choices: choicesFrom(basisWords) }),
  ask('basis', w.basis, 'longtext', { maxLength: 300 }),
  ask('basisEn', w.basisEn, 'longtext', { maxLength: 300 }),
  ask('grassRootsAllowed', w.grassRoots, 'yesNo', { help: w.grassRootsHelp, initial: false }),
]

/** What it is about: asked once, for it makes the rule's id. */
export const aboutFields = [
  may(ask('category', w.category, 'text', { help: w.categoryHelp, minLength: 2, maxLength: 5 })),
  may(ask('area', w.area, 'area', { help: w.areaHelp })),
  may(ask('severity', w.severity, 'choice', { choices: choicesFrom(severityWords) })),
]

/** The id of a rule within its edition: `21004.210911.any`, `20.all.small`. */
export function ruleIdOf(answers: Answers): string {
  return `${String(answers['category'] ?? 'all')}.${String(answers['area'] ?? 'all')}.${String(answers['severity'] ?? 'any')}`
}

/** The request that puts a rule. */
export function ruleBody(answers: Answers): Record<string, unknown> {
  return {
    lead: answers['lead'] ?? answers['leadBody'] ?? '',
    support: answers['support'] ?? [],
    basisKind: answers['basisKind'],
    basis: { zh: answers['basis'], en: answers['basisEn'] },
    grassRootsAllowed: answers['grassRootsAllowed'] ?? false,
  }
}

/** What the form begins with for a rule that stands already. */
export function ruleAnswers(rule: Rule): Answers {
  const isBody = rule.lead.startsWith('@')
  return {
    ...(isBody ? { leadBody: rule.lead } : { lead: rule.lead }),
    support: rule.support,
    basisKind: rule.basisKind,
    basis: rule.basis.zh,
    basisEn: rule.basis.en,
    grassRootsAllowed: rule.grassRootsAllowed,
  }
}
