/** The pairs of neighbouring characters of a text, for search: Chinese needs no dictionary then. At most 2,000. */
export function gramsOf(...texts: readonly (string | null)[]): string[] {
  const grams = new Set<string>()
  for (const text of texts) {
    if (!text) continue
    const plain = [...text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '')]
    if (plain.length === 1) grams.add(plain[0] ?? '')
    for (let i = 0; i + 1 < plain.length && grams.size < 2000; i++) grams.add(`${plain[i]}${plain[i + 1]}`)
  }
  return [...grams]
}
