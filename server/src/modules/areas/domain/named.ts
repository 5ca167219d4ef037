import type { Area } from './area.ts'
import { isCode, scopeOf } from './code.ts'

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s|[>›/·,，-]/g, '')

/** What files leave out of a name, or add to it. */
const short = (name: string): string => name.replace(/(街道办事处|街道|社区居委会|社区|居委会|村委会|行政村)$/, '')

/**
 * Reads areas as files write them: by code, by name, by a name without 街道 or 社区, or by several names one after the other from the large to the
 * small (和平街道幸福社区). Null where nothing or more than one is meant: nobody guesses.
 */
export function areaReader(areas: readonly Pick<Area, 'code' | 'name'>[]): (text: string) => string | null {
  const codes = new Set(areas.map((area) => area.code))
  const byName = new Map<string, string[]>()
  for (const { name, code } of areas) {
    for (const one of new Set([plain(name), short(plain(name))])) {
      if (one !== '') byName.set(one, [...(byName.get(one) ?? []), code])
    }
  }
  const only = (found: readonly string[]): string | null => (found.length === 1 ? (found[0] ?? null) : null)
  const within = (text: string): string[] => {
    for (let at = 1; at < text.length - 1; at++) {
      const below = byName.get(text.slice(at))
      const above = text.slice(0, at)
      const found = below?.filter((code) =>
        areas.some((area) => code !== area.code && code.startsWith(area.code) && above.endsWith(plain(area.name))),
      )
      if (found && found.length > 0) return found
    }
    return []
  }
  const known = new Map<string, string | null>()
  return (text) => {
    const wanted = plain(text)
    if (isCode(wanted)) return codes.has(scopeOf(wanted)) ? scopeOf(wanted) : null
    if (!known.has(wanted)) known.set(wanted, only(byName.get(wanted) ?? byName.get(short(wanted)) ?? []) ?? only(within(wanted)))
    return known.get(wanted) ?? null
  }
}
