import type { Schemas } from '@linli/api'

export type FigurePage = Schemas['FigurePage']
export type Figure = FigurePage['figures'][number]
export type FigureCard = Schemas['FigureCard']

export const sets = ['main', 'promises', 'results', 'effort'] as const
export const spans = ['m1', 'm3', 'm12'] as const
export type SpanName = (typeof spans)[number]

/** What stands in the address. */
export interface FigureFilter {
  readonly set?: string
  readonly area?: string
  readonly unit?: string
  readonly category?: string
  readonly channel?: string
  readonly months?: string
}

const lengths: Readonly<Record<SpanName, number>> = { m1: 1, m3: 3, m12: 12 }

/** The months of a span that ends with the month in which `now` lies in China, as the API wants them. */
export function monthsOf(span: string | undefined, now: Date): { from: string; to: string } {
  const there = new Date(now.getTime() + 8 * 3_600_000)
  const [year, month] = [there.getUTCFullYear(), there.getUTCMonth()]
  const name = (back: number): string => new Date(Date.UTC(year, month - back, 1)).toISOString().slice(0, 7)
  return { from: name((lengths[span as SpanName] ?? lengths.m3) - 1), to: name(0) }
}

/** The same filter for every question about figures. */
export function queryOf({ area, unit, category, channel, months }: FigureFilter, now: Date): Record<string, string> {
  const wanted = { area, unit, category, channel, ...monthsOf(months, now) }
  return Object.fromEntries(Object.entries(wanted).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/** Heights of bars from 0 to 1; a share stands against 100, everything else against the largest. */
export function heightsOf(kind: Figure['kind'], values: readonly (number | null)[]): (number | null)[] {
  const most = kind === 'share' ? 100 : Math.max(1, ...values.map((value) => value ?? 0))
  return values.map((value) => (value === null ? null : value / most))
}

/** A number for reading: 12,345 and 98.5. */
export const numberText = (value: number, lang: string): string =>
  value.toLocaleString(lang === 'zh' ? 'zh-CN' : 'en-GB', { maximumFractionDigits: 1 })

/** What makes a unit’s month worth a second look: a question about a figure, never a verdict. */
export type Flag = Schemas['CaseFlags']['items'][number] & { readonly month: string }

/** The figure that a flag asks about. */
const asks: Readonly<Record<Flag['kind'], string>> = {
  sameAnswers: 'solved',
  repeatedPhotos: 'solved',
  closingSpike: 'finish',
  satisfiedButReopened: 'satisfied',
}

/** The months from the first to the last, both among them, newest first: `2026-11`. */
export function monthsBetween(from: string, to: string): string[] {
  const serial = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
  const first = serial(from)
  return Array.from({ length: Math.max(0, serial(to) - first + 1) }, (_, n) => {
    const month = serial(to) - n
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}

/** The flags of one figure among all. */
export const flagsOf = (flags: readonly Flag[], figure: string): readonly Flag[] => flags.filter((flag) => asks[flag.kind] === figure)
