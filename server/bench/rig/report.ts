/** One figure of a bench, with the roofline measured in the same run. */
export interface Figure {
  readonly name: string
  /** p95 in ms for times. */
  readonly value: number
  readonly unit: string
  /** In the figure's own unit. A limit, where nothing can be measured beside it. */
  readonly roofline: number
  /** Roofline ÷ value for times and sizes, value ÷ roofline for rates; 1 is the roofline itself. */
  readonly ratio: number
}

const round = (value: number): number => Number(value.toPrecision(4))

/** Prints a figure: its line of JSON on standard output, a sentence for people on the other. */
export function print(figure: Figure): void {
  const line = { ...figure, value: round(figure.value), roofline: round(figure.roofline), ratio: round(figure.ratio) }
  process.stdout.write(`${JSON.stringify(line)}\n`)
  say(`${line.name}: ${line.value} ${line.unit}, roofline ${line.roofline}, ratio ${line.ratio}`)
}

/** Prints a time (p95, ms) beside its roofline. */
export function printTime(name: string, value: number, roofline: number): void {
  print({ name, value, unit: 'ms', roofline, ratio: roofline / value })
}

/** What a bench does now, for whoever waits; with --json only figures are told. */
export function say(text: string): void {
  if (!process.argv.includes('--json')) process.stderr.write(`${text}\n`)
}

/** The value below which this part of the values lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)
export const p95 = (values: readonly number[]): number => quantile(values, 0.95)
