/** What can be searched for without being stored in the clear. */
export const SEARCHABLE = ['phone', 'name', 'idNumber', 'address'] as const
export type SearchKind = (typeof SEARCHABLE)[number]

/** Full-width letters and digits become plain ones; every kind of white space goes. */
function plain(value: string): string {
  return value.normalize('NFKC').replace(/[\s\u200b-\u200f\u2060\ufeff]/gu, '')
}

/** `+86`, `0086` and `86` before a mobile number say nothing; dashes, dots and brackets are habits of writing. */
function phone(value: string): string {
  const digits = plain(value).replace(/\D/g, '')
  return digits.replace(/^(?:00)?86(?=1[3-9]\d{9}$)/, '')
}

const rules: Record<SearchKind, (value: string) => string> = {
  phone,
  name: (value) =>
    plain(value)
      .replace(/[•・‧∙．.]/gu, '·')
      .toLowerCase(),
  idNumber: (value) =>
    plain(value)
      .replace(/[^0-9a-z]/giu, '')
      .toUpperCase(),
  address: (value) =>
    plain(value)
      .replace(/[\p{P}\p{S}]/gu, '')
      .toLowerCase(),
}

/** The one spelling of a value under which it is hashed and found. */
export function normalise(kind: SearchKind, value: string): string {
  return rules[kind](value)
}
