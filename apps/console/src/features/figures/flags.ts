import type { Schemas } from '@linli/api'
import { useQueries } from '@tanstack/react-query'
import { api } from '../../app/api.ts'
import { useIs } from '../../app/roles.ts'
import { type FigurePage, type Flag, monthsBetween } from './figure.ts'

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
