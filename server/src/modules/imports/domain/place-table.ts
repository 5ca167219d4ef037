/** A word and the area that it stands for; `#` is a run of digits. */
export interface PlaceToken {
  readonly token: string
  readonly area: string
}

/**
 * Finds the first word of the table in the texts, looked through in their order; of words that begin at one place the longest.
 * The table is compiled to one pattern without repetition but for digits, so that no table can make it slow.
 */
export function placeFinder(table: readonly PlaceToken[]): (texts: readonly string[]) => PlaceToken | null {
  const sorted = table.toSorted((a, b) => b.token.length - a.token.length)
  const pattern = sorted.map(
    ({ token }) => `(${token.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('#', String.raw`\d{1,6}`)})`,
  )
  const finder = new RegExp(pattern.join('|'))
  return (texts) => {
    for (const text of texts) {
      const match = finder.exec(text)
      if (!match) continue
      const index = match.slice(1).findIndex((group) => group !== undefined)
      return sorted[index] ?? null
    }
    return null
  }
}
