import type { Schemas } from '@linli/api'
import { useQueries } from '@tanstack/react-query'
import { api } from '../../app/api.ts'
import { useIs } from '../../app/roles.ts'
import type { FigurePage } from './figure.ts'

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

/** The flags on the months and the unit that a page of figures shows; none where it shows one category or channel, of which flags do not speak. */
export function useFlags(page: FigurePage | undefined, isWhole: boolean): readonly Flag[] {
  const mayRead = [useIs('supervisor'), useIs('dispatcher')].includes(true)
  const months = page !== undefined && mayRead && isWhole ? monthsBetween(page.from, page.to) : []
  const area = page?.area.code ?? ''
  const found = useQueries({
    queries: months.map((period) => ({
      queryKey: ['flags', area, period],
      queryFn: () => api.get<Schemas['CaseFlags']>('/api/cases/flags', { area, period }),
      staleTime: 60_000,
      retry: false,
    })),
  })
  const unit = page?.unit?.id
  return months.flatMap((month, n) =>
    (found[n]?.data?.items ?? []).filter((flag) => unit === undefined || flag.unit.id === unit).map((flag) => ({ ...flag, month })),
  )
}
