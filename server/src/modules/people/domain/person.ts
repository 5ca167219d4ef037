import type { Say } from '#platform/refusal'
import type { Sex } from './number.ts'

/** What is known of a person, field by field; the first four are sealed, the others say nothing alone. */
export const fieldSay = {
  name: { zh: '姓名', en: 'Name' },
  idNumber: { zh: '身份证号', en: 'Identity number' },
  phone: { zh: '电话', en: 'Phone' },
  address: { zh: '住址', en: 'Address' },
  born: { zh: '出生日期', en: 'Day of birth' },
  sex: { zh: '性别', en: 'Sex' },
  ethnicity: { zh: '民族', en: 'Ethnicity' },
  area: { zh: '所在网格', en: 'Grid' },
  household: { zh: '所在户', en: 'Household' },
} as const satisfies Record<string, Say>
export type FieldName = keyof typeof fieldSay
export const fieldNames = Object.keys(fieldSay) as FieldName[]

/** Fields that are encrypted, hashed and masked. */
export const sealedFields = ['name', 'idNumber', 'phone', 'address'] as const
export type SealedField = (typeof sealedFields)[number]
export const isSealed = (field: FieldName): field is SealedField => (sealedFields as readonly string[]).includes(field)

/** What a department says about one person, in the clear; absent where it said nothing. */
export type Said = Readonly<Partial<Record<FieldName, string>>>

/** Where a field was taken from: its record, and how much it weighed against the others. */
export interface Won {
  readonly record: string
  readonly source: string
  /** 0 to 100, of this source for this field. */
  readonly trust: number
  /** `YYYY-MM-DD`: the day on which the source says that it held. */
  readonly asOf: string
}
export type Wins = Readonly<Partial<Record<FieldName, Won>>>

export type PersonState = 'kept' | 'joined' | 'erased'

/** A person as the register's own table holds it: no name, number, phone or address. */
export interface Person {
  readonly region: string
  readonly id: string
  readonly area: string
  readonly state: PersonState
  readonly born: string | null
  readonly sex: Sex | null
  readonly ethnicity: string | null
  readonly household_id: string | null
  readonly block: Buffer | null
  readonly won: Wins
  readonly joined_into: string | null
  readonly version: number
}

/** Whole years between a day of birth and a day (`YYYY-MM-DD` both). */
export function ageOn(born: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  return day.slice(5) < born.slice(5) ? years - 1 : years
}

/** Below this age every field of a person is sensitive and needs a guardian's consent. PIPL articles 28 and 31. */
export const ageOfConsent = 14

/** Whether somebody is known to be under 14 on a day. */
export const isMinor = (born: string | null, day: string): boolean => born !== null && ageOn(born, day) < ageOfConsent
