/*
 * The ids that the standards give to components. Neither has a check digit; what can be checked is their structure:
 *   GB/T 47678.5-2026    17 digits: 6 division + 2 class + 3 type + 6 sequence
 *   GB/T 30428.2-2013    16 digits: 6 division + 2 class + 2 type + 6 sequence
 * (rules.md 2.1). The types of the older edition are numbered otherwise, so that a type is read from a 17-digit id only.
 */

export const schemes = ['GB/T 47678.5-2026', 'GB/T 30428.2-2013'] as const
export type Scheme = (typeof schemes)[number]

/** What a component's id says. */
export interface ComponentCode {
  readonly code: string
  readonly scheme: Scheme
  /** The six digits of the county that gave the number: the component's home. */
  readonly division: string
  /** The five digits of its type in the present catalogue; null in an older id. */
  readonly type: string | null
  readonly sequence: number
}

/** Why a text is no component's id. */
export type CodeFault = 'characters' | 'length' | 'division' | 'class' | 'sequence'

/** A code as it is typed, printed in groups or copied: full-width digits, spaces and dashes are forgiven. */
function plain(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/[\s\-‐–—·.]/g, '')
}

/** Reads an id of either edition; gives what is wrong with it otherwise. */
export function readCode(typed: string): ComponentCode | CodeFault {
  const code = plain(typed)
  if (!/^\d+$/.test(code)) return 'characters'
  if (code.length !== 17 && code.length !== 16) return 'length'
  const [division, kind, sequence] = [code.slice(0, 6), Number(code.slice(6, 8)), Number(code.slice(-6))]
  const isNew = code.length === 17
  if (!/^[1-9]\d{5}$/.test(division) || division.endsWith('0000')) return 'division'
  if (kind < 1 || kind > (isNew ? 5 : 6)) return 'class'
  if (sequence === 0) return 'sequence'
  return { code, scheme: isNew ? schemes[0] : schemes[1], division, type: isNew ? code.slice(6, 11) : null, sequence }
}

/** The highest sequence number that six digits hold. */
export const lastSequence = 999_999

/** The id of the n-th component of a type in a county. @throws RangeError outside of 1 … 999999 */
export function codeOf(division: string, type: string, sequence: number): string {
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > lastSequence) throw new RangeError(`no sequence number: ${sequence}`)
  return `${division}${type}${String(sequence).padStart(6, '0')}`
}

/** An id as people read it from a plate: division, type, number. */
export function spacedCode(code: string): string {
  return `${code.slice(0, 6)} ${code.slice(6, -6)} ${code.slice(-6)}`
}
