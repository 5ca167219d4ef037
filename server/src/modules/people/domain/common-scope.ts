/** Digits of a scope at each level, from the city down. */
const lengths = [4, 6, 9, 12, 15] as const

/** The smallest area that holds both: the longest beginning that is itself a scope; a city is the widest there is. */
export function commonScope(one: string, other: string): string {
  const shared = lengths.filter(
    (length) => one.length >= length && other.length >= length && one.slice(0, length) === other.slice(0, length),
  )
  return one.slice(0, Math.max(4, ...shared)).slice(0, Math.min(one.length, other.length))
}
