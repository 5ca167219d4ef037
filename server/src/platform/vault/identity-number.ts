/**
 * Checks of the two national identifiers.
 * Resident identity number: GB 11643-1999 (ISO 7064 MOD 11-2). Unified social credit code: GB 32100-2015 (MOD 31-3),
 * whose characters 9–17 are the organisation code of GB 11714 with a check digit of its own.
 */

const RESIDENT_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/**
 * Second pair of digits of the division (GB/T 2260) by province, present and abolished ones: numbers issued under a
 * prefecture that has since been merged stay valid for life. Ranges are inclusive.
 */
const PREFECTURES: Record<string, string> = {
  11: '01-02',
  12: '01-02',
  13: '01-11,21-30',
  14: '01-11,21-27',
  15: '01-09,21-29',
  21: '01-14,21-24',
  22: '01-08,21-24',
  23: '01-12,21-27',
  31: '01-02',
  32: '01-13,20-29',
  33: '01-11,21-27',
  34: '01-18,21-29',
  35: '01-09,21-27',
  36: '01-11,21-27',
  37: '01-17,20-29',
  41: '01-17,21-30,90',
  42: '01-13,21-28,90',
  43: '01-13,21-33',
  44: '01-20,21-29,51-53',
  45: '01-14,21-31',
  46: '00-04,90',
  50: '01-03,21-25',
  51: '01-20,21-41',
  52: '01-06,21-30',
  53: '01-09,21-36',
  54: '01-06,21-27',
  61: '01-10,21-29',
  62: '01-12,21-30',
  63: '01-02,21-28',
  64: '01-05,21-22',
  65: '01-05,21-32,40-43,90',
  71: '00',
  81: '00',
  82: '00',
  83: '00',
}

/** A two-digit province code of GB/T 2260 that exists (also 71, 81, 82, 83 of residence permits). */
export function isProvince(pair: string): boolean {
  return PREFECTURES[pair] !== undefined
}

function isPrefecture(province: string, pair: string): boolean {
  const ranges = PREFECTURES[province]?.split(',') ?? []
  return ranges.some((range) => {
    const [from = '', to = from] = range.split('-')
    return pair >= from && pair <= to
  })
}

/** A day that existed, as `YYYYMMDD`, from 1850 on. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{8}$/.test(text)) return false
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8))]
  const made = new Date(Date.UTC(year, month - 1, day))
  return year >= 1850 && made.getUTCMonth() === month - 1 && made.getUTCDate() === day
}

function weighed(text: string, weights: readonly number[], alphabet: string): number {
  return weights.reduce((sum, weight, at) => sum + weight * alphabet.indexOf(text.charAt(at)), 0)
}

/** The check character of the first 17 digits of a resident identity number. */
export function residentCheckDigit(first17: string): string {
  return '10X98765432'.charAt(weighed(first17, RESIDENT_WEIGHTS, '0123456789') % 11)
}

/**
 * True if the 18 characters are a well-formed resident identity number: division, day of birth not after `today`
 * (`YYYYMMDD`, if given) and check character. A well-formed number need not have been issued to anybody.
 */
export function isResidentIdNumber(value: string, today?: string): boolean {
  if (!/^\d{17}[\dX]$/.test(value) || !isPrefecture(value.slice(0, 2), value.slice(2, 4))) return false
  const born = value.slice(6, 14)
  if (!isCalendarDay(born) || (today !== undefined && born > today)) return false
  return residentCheckDigit(value.slice(0, 17)) === value.charAt(17)
}

/** True if the 18 characters are a unified social credit code with both of its check characters right. */
export function isCreditCode(value: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(value)) return false
  const organisation = value.slice(8, 17)
  const own = 11 - (weighed(organisation, ORGANISATION_WEIGHTS, ORGANISATION_ALPHABET) % 11)
  const ownCheck = own === 10 ? 'X' : own === 11 ? '0' : String(own)
  if (organisation.charAt(8) !== ownCheck) return false
  const sum = weighed(value, CREDIT_WEIGHTS, CREDIT_ALPHABET)
  return CREDIT_ALPHABET.charAt((31 - (sum % 31)) % 31) === value.charAt(17)
}
