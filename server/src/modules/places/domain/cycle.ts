/** A kind of small place as it holds in an area. */
export interface Kind {
  readonly area: string
  readonly code: string
  readonly name: string
  readonly name_en: string
  readonly words: readonly string[]
  /** Days after an inspection by which the next one is due. */
  readonly cycle_days: number
  readonly enabled: boolean
}

/** The kinds that hold at a code: of each the row of the nearest area around it. */
export function kindsAt(rows: readonly Kind[], code: string): Kind[] {
  const nearest = new Map<string, Kind>()
  for (const row of rows) {
    const there = nearest.get(row.code)
    if (code.startsWith(row.area) && (!there || row.area.length > there.area.length)) nearest.set(row.code, row)
  }
  return [...nearest.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s()（）、/·-]/g, '')

/** The kind in use that a word means: its code, its name, or another spelling of it; null when none. */
export function kindOf(kinds: readonly Kind[], word: string): Kind | null {
  const wanted = plain(word)
  const names = ({ code, name, name_en, words }: Kind): string[] => [code, name, name_en, ...words].map(plain)
  return kinds.find((kind) => kind.enabled && names(kind).includes(wanted)) ?? null
}

/** The day by which the next inspection is due (YYYY-MM-DD): the place's own cycle counts before that of its kind. Null when nobody looked yet. */
export function nextInspection(inspectedOn: string | null, own: number | null, kind: number): string | null {
  if (inspectedOn === null) return null
  return new Date(Date.parse(`${inspectedOn}T00:00:00Z`) + (own ?? kind) * 86_400_000).toISOString().slice(0, 10)
}
