import { firstLetters } from '#platform/pinyin'
import type { Say } from '#platform/refusal'
import { normalise } from '#platform/vault/normalise'
import { isNear } from './number.ts'
import type { Sex } from './number.ts'

/** What somebody is told by where no number settles it; spelled one way (see `normalise`). */
export interface Traits {
  readonly name: string
  readonly born: string | null
  readonly sex: Sex | null
  readonly phone: string | null
  readonly address: string | null
  /** A number that names somebody. */
  readonly number: string | null
  /** A number as it was written that names nobody. */
  readonly broken: string | null
}

/** Points for and against, by what is alike and what is not; a person reads them beside the two. */
export const reasonPoints = {
  'name.same': 35,
  'name.near': 15,
  'name.differs': -40,
  'born.same': 25,
  'born.near': 10,
  'born.differs': -25,
  'phone.same': 25,
  'address.same': 20,
  'address.near': 10,
  'sex.differs': -30,
  'number.near': 40,
  'number.differs': -60,
} as const
export type Reason = keyof typeof reasonPoints

export const reasonSay: Readonly<Record<Reason, Say>> = {
  'name.same': { zh: '姓名相同', en: 'Same name' },
  'name.near': { zh: '姓名只差一个字或首字母相同', en: 'Names differ by one character, or begin alike' },
  'name.differs': { zh: '姓名不同', en: 'Different names' },
  'born.same': { zh: '出生日期相同', en: 'Born on the same day' },
  'born.near': { zh: '出生日期只差一处', en: 'Days of birth differ in one place' },
  'born.differs': { zh: '出生日期不同', en: 'Born on different days' },
  'phone.same': { zh: '电话相同', en: 'Same phone' },
  'address.same': { zh: '住址相同', en: 'Same address' },
  'address.near': { zh: '住址相近', en: 'Addresses are alike' },
  'sex.differs': { zh: '性别不同', en: 'Different sex' },
  'number.near': { zh: '身份证号像是写错了一位', en: 'The identity numbers differ like a slip of the hand' },
  'number.differs': { zh: '身份证号不同', en: 'Different identity numbers' },
}

/** From here on two are joined without asking. */
export const surely = 80
/** From here on a person looks at them. */
export const perhaps = 50

export type Verdict = 'same' | 'doubtful' | 'different'
export interface Likeness {
  readonly score: number
  readonly reasons: readonly Reason[]
  readonly verdict: Verdict
}

function nameReason(one: string, other: string): Reason {
  if (one === other) return 'name.same'
  const [a, b] = [[...one], [...other]]
  if (a.length === b.length && a.length > 1) {
    const differing = a.filter((sign, at) => sign !== b[at]).length
    if (differing === 1 && (a[0] === b[0] || a.length > 2)) return 'name.near'
    if (firstLetters(one) === firstLetters(other) && a[0] === b[0]) return 'name.near'
  }
  return 'name.differs'
}

function bornReason(one: string | null, other: string | null): Reason | null {
  if (one === null || other === null) return null
  if (one === other) return 'born.same'
  const turned = `${one.slice(0, 5)}${one.slice(8)}-${one.slice(5, 7)}`
  return isNear(one, other) || turned === other ? 'born.near' : 'born.differs'
}

function pairs(text: string): Set<string> {
  const signs = [...text]
  return new Set(signs.slice(1).map((sign, at) => `${signs[at]}${sign}`))
}

function addressReason(one: string | null, other: string | null): Reason | null {
  if (one === null || other === null) return null
  if (one === other) return 'address.same'
  const [a, b] = [pairs(one), pairs(other)]
  const shared = [...a].filter((pair) => b.has(pair)).length
  return shared / Math.max(1, a.size + b.size - shared) >= 0.6 ? 'address.near' : null
}

function numberReason(one: Traits, other: Traits): Reason | null {
  const [a, b] = [one.number ?? one.broken, other.number ?? other.broken]
  if (a === null || b === null || a === b) return null
  if (isNear(a, b)) return 'number.near'
  return one.number !== null && other.number !== null ? 'number.differs' : null
}

/** Spells traits one way, so that they can be held against each other. */
export function spelled(raw: Omit<Traits, 'name'> & { readonly name: string }): Traits {
  return {
    ...raw,
    name: normalise('name', raw.name),
    phone: raw.phone === null ? null : normalise('phone', raw.phone) || null,
    address: raw.address === null ? null : normalise('address', raw.address) || null,
  }
}

/** How likely two are one person, with every reason; symmetric and pure. Traits are `spelled`. */
export function likeness(one: Traits, other: Traits): Likeness {
  const found: (Reason | null)[] = [
    nameReason(one.name, other.name),
    bornReason(one.born, other.born),
    one.phone !== null && one.phone === other.phone ? 'phone.same' : null,
    addressReason(one.address, other.address),
    one.sex !== null && other.sex !== null && one.sex !== other.sex ? 'sex.differs' : null,
    numberReason(one, other),
  ]
  const reasons = found.filter((reason) => reason !== null)
  const score = reasons.reduce((sum, reason) => sum + reasonPoints[reason], 0)
  const against = reasons.some((reason) => reason === 'number.differs' || reason === 'sex.differs' || reason === 'name.differs')
  return { score, reasons, verdict: score >= surely && !against ? 'same' : score >= perhaps ? 'doubtful' : 'different' }
}
