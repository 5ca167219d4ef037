/**
 * The service telephone of an organisation, as it may stand on a public card: a land line, 400/800, or a short number of three to six
 * digits. A mobile number belongs to a person: it is not kept (null), nor is what is no number.
 */
export function servicePhone(typed: string): string | null {
  const digits = typed
    .normalize('NFKC')
    .replaceAll(/[\s()\-‐–—]/g, '')
    .replace(/^\+?86(?=0\d)/, '')
  if (/^0\d{9,11}$/.test(digits)) {
    const area = /^0(10|2\d)/.test(digits) ? 3 : 4
    return `${digits.slice(0, area)}-${digits.slice(area)}`
  }
  return /^([2-9]\d{6,7}|[48]00\d{7}|1\d{2,4}|9\d{4,5})$/.test(digits) ? digits : null
}
