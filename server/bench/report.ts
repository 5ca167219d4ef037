/** One figure of a bench, with the roofline measured in the same run. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly roofline: number
  readonly ratio: number
}

/** Prints a figure: its line of JSON on standard output, a sentence for people otherwise. */
export function print(figure: Figure): void {
  const round = (value: number): number => Math.round(value * 1000) / 1000
  const line = { ...figure, value: round(figure.value), roofline: round(figure.roofline), ratio: round(figure.ratio) }
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
