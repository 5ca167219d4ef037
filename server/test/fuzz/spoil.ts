/** Every place in a body where something could be wrong: its holder and the name of the field. */
function places(value: unknown): { holder: Record<string, unknown>; key: string }[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, one]) => [{ holder: value as Record<string, unknown>, key }, ...places(one)])
}

/** A copy of the body with one field taken away, added, or of another kind. */
export function spoiled(body: unknown, kind: 'drop' | 'add' | 'swap', at: number, value: unknown): unknown {
  const copy: unknown = structuredClone(body)
  const all = places(copy)
  const place = all[at % Math.max(all.length, 1)]
  if (!place) return kind === 'add' && copy !== undefined ? { unknown: value } : value
  if (kind === 'drop') delete place.holder[place.key]
  else if (kind === 'swap') place.holder[place.key] = value
  else place.holder[`unknown${at % 7}`] = value
  return copy
}
