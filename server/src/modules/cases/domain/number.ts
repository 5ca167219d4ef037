/*
 * 210911-261122-48317-6: county, date in Asia/Shanghai, five random digits, check digit (ISO 7064 MOD 11-2).
 * There is no counter, so nothing waits and nobody learns how many there are.
 */

function checkDigit(digits: string): string {
  let sum = 0
  for (const digit of digits) sum = ((sum + Number(digit)) * 2) % 11
  const check = (12 - sum) % 11
  return check === 10 ? 'X' : String(check)
}

const shanghaiMs = 8 * 3_600_000

/** A new number. `random` is an integer from 0 to 99,999. */
export function caseNumber(region: string, now: Date, random: number): string {
  const day = new Date(now.getTime() + shanghaiMs).toISOString().slice(2, 10).replaceAll('-', '')
  const five = String(random).padStart(5, '0')
  return `${region}-${day}-${five}-${checkDigit(region + day + five)}`
}

/** The number as it is stored, from what somebody typed (spaces, full-width digits, missing hyphens); null when it is none or a digit is wrong. */
export function readNumber(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-–—_.]/g, '')
  const match = /^(\d{6})(\d{6})(\d{5})([\dX])$/.exec(plain)
  if (!match) return null
  const [, region = '', day = '', five = '', check = ''] = match
  return checkDigit(region + day + five) === check ? `${region}-${day}-${five}-${check}` : null
}
