import { isCalendarDay, isResidentIdNumber, residentCheckDigit } from '#platform/vault/identity-number'
import { normalise } from '#platform/vault/normalise'

/**
 * What a resident identity number is worth: `sound` names one person; `old` is one of 15 digits, written as 18; `division` has a right
 * check digit and day of birth but a division that never was; `broken` names nobody; `none` is not there. GB 11643-1999.
 */
export const numberStates = ['none', 'sound', 'old', 'division', 'broken'] as const
export type NumberState = (typeof numberStates)[number]
export type Sex = 'female' | 'male'

export interface ReadNumber {
  readonly state: NumberState
  /** 18 characters where it names somebody; as it was written where it is broken. */
  readonly number: string | null
  /** `YYYY-MM-DD` */
  readonly born: string | null
  readonly sex: Sex | null
}

const none: ReadNumber = { state: 'none', number: null, born: null, sex: null }

const dayOf = (digits: string): string => `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`

/** A number of 15 digits (before 1999, all born in the twentieth century) as the 18 that replaced it; null when its day never was. */
export function widened(fifteen: string): string | null {
  const first17 = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`
  return /^\d{15}$/.test(fifteen) && isCalendarDay(first17.slice(6, 14)) ? first17 + residentCheckDigit(first17) : null
}

/** Whether a number names one person: it could have been issued, whoever it was issued to. */
export const names = (state: NumberState): boolean => state === 'sound' || state === 'old' || state === 'division'

/** Reads an identity number however it is written; `today` is `YYYY-MM-DD`: nobody is born later. */
export function readNumber(text: string, today: string): ReadNumber {
  const plain = normalise('idNumber', text)
  if (plain === '') return none
  const broken: ReadNumber = { state: 'broken', number: plain.slice(0, 30), born: null, sex: null }
  const whole = plain.length === 15 ? widened(plain) : plain
  if (whole === null || !/^\d{17}[\dX]$/.test(whole)) return broken
  const born = whole.slice(6, 14)
  if (!isCalendarDay(born) || dayOf(born) > today || residentCheckDigit(whole.slice(0, 17)) !== whole.charAt(17)) return broken
  const state = plain.length === 15 ? 'old' : isResidentIdNumber(whole) ? 'sound' : 'division'
  return { state, number: whole, born: dayOf(born), sex: Number(whole.charAt(16)) % 2 === 1 ? 'male' : 'female' }
}

/** Whether two numbers differ as a slip of the hand does: one sign, or two neighbours exchanged. */
export function isNear(one: string, other: string): boolean {
  if (one.length !== other.length || one === other) return false
  const at = [...one].flatMap((sign, index) => (sign === other[index] ? [] : [index]))
  if (at.length === 1) return true
  const [first = 0, second = 0] = at
  return at.length === 2 && second === first + 1 && one[first] === other[second] && one[second] === other[first]
}
