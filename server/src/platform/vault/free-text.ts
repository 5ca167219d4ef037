import { isCalendarDay, isProvince } from './identity-number.ts'
import { maskIdNumber, maskPhone } from './mask.ts'

/** Digits, also full-width, and what people write between the groups of a number. */
const DIGIT = '0-9０-９'
const BETWEEN = ' \\t\\u00a0\\u3000\\-‐‑‒–—－－_.·()（）'
const RUN = new RegExp(
  `(?<![${DIGIT}]|[*]{4})[${DIGIT}](?:[${BETWEEN}]{0,3}[${DIGIT}])*(?:[${BETWEEN}]{0,3}[XxＸｘ](?![A-Za-z0-9]))?`,
  'gu',
)
const ENDS_IN_DIGIT = new RegExp(`[${DIGIT}]$`, 'u')
const GROUP = new RegExp(`[${DIGIT}]+|[XxＸｘ]`, 'gu')

/** A case number (county, date, five digits, check digit), a written date, a decimal and a masked number are never a person's number. */
const NOBODYS = [
  new RegExp(`(?<![${DIGIT}])\\d{3,4}-?[*]{4,}\\d{3,4}X?(?![${DIGIT}])`, 'gu'),
  /(?<![\d-])\d{6}-\d{6}-\d{5}-\d(?!\d|-\d)/g,
  /(?<![\d.-])(?:19|20)\d{2}([-.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d|[-.]\d)/g,
  /(?<![\d.-])\d{1,9}\.\d{1,2}(?!\d|[-.]\d)/g,
]

interface Span {
  from: number
  to: number
}
interface Group extends Span {
  digits: string
}
interface Found extends Span {
  shown: string
}

function bornOn(plain: string): string | null {
  if (plain.length === 18) return plain.slice(6, 14)
  return isProvince(plain.slice(0, 2)) ? `19${plain.slice(6, 12)}` : null
}

/** What a string of digits is, masked; null if it is nobody's number. */
function recognised(plain: string): string | null {
  if (/^(?:(?:00)?86)?1[3-9]\d{9}$/.test(plain)) return maskPhone(plain)
  if (/^0(?:10|2\d)\d{8}$/.test(plain) || /^0[3-9]\d\d\d{7,8}$/.test(plain)) return maskPhone(plain)
  if (/^\d{17}[\dX]$/.test(plain) || /^\d{15}$/.test(plain)) {
    const born = bornOn(plain)
    return born !== null && /^(?:18|19|20)/.test(born) && isCalendarDay(born) ? maskIdNumber(plain) : null
  }
  return null
}

function groupsOf(run: string, offset: number): Group[] {
  return [...run.matchAll(GROUP)].map((match) => ({
    from: offset + match.index,
    to: offset + match.index + match[0].length,
    digits: match[0].normalize('NFKC').toUpperCase(),
  }))
}

/** The longest number that begins with the group at `start`. */
function longestFrom(groups: readonly Group[], start: number): (Found & { next: number }) | null {
  let best: (Found & { next: number }) | null = null
  let plain = ''
  for (let at = start; at < groups.length; at += 1) {
    const [first, group] = [groups[start], groups[at]]
    if (!first || !group) break
    plain += group.digits
    if (plain.length > 18) break
    const shown = recognised(plain)
    if (shown !== null) best = { from: first.from, to: group.to, shown, next: at + 1 }
  }
  return best
}

function numbersIn(run: string, offset: number): Found[] {
  const groups = groupsOf(run, offset)
  const found: Found[] = []
  for (let at = 0; at < groups.length; ) {
    const number = longestFrom(groups, at)
    if (number) found.push(number)
    at = number ? number.next : at + 1
  }
  return found
}

/** The text between case numbers and dates, where numbers of people may stand. */
function searched(text: string): Span[] {
  const kept = NOBODYS.flatMap((pattern) => [...text.matchAll(pattern)])
    .map((match) => ({ from: match.index, to: match.index + match[0].length }))
    .sort((a, b) => a.from - b.from)
  const spans: Span[] = []
  let from = 0
  for (const span of kept) {
    if (span.from > from) spans.push({ from, to: span.from })
    from = Math.max(from, span.to)
  }
  spans.push({ from, to: text.length })
  return spans
}

/** A plus sign, or the bracket whose other half lies inside the number, goes with it. */
function opening(text: string, number: Span): number {
  const before = text.charAt(number.from - 1)
  const halved = /[)）]/.test(text.slice(number.from, number.to)) && /[(（]/.test(before)
  return halved || /[+＋]/.test(before) ? number.from - 1 : number.from
}

/**
 * Masks mobile numbers, landlines with their area code and identity numbers (18 and 15 digits) that somebody typed
 * into free text, also with spaces, dashes or full-width digits. Case numbers, dates and amounts stay as they are.
 * `found` is how many were masked. Masking twice changes nothing.
 */
export function maskFreeText(text: string): { masked: string; found: number } {
  const found: Found[] = []
  for (const span of searched(text)) {
    for (const run of text.slice(span.from, span.to).matchAll(RUN)) found.push(...numbersIn(run[0], span.from + run.index))
  }
  let masked = ''
  let from = 0
  for (const number of found) {
    const before = text.slice(from, opening(text, number))
    masked += (ENDS_IN_DIGIT.test(before) ? `${before} ` : before) + number.shown
    from = number.to
  }
  return { masked: masked + text.slice(from), found: found.length }
}
