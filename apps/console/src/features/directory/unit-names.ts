import { useQueries } from '@tanstack/react-query'
import type { UnitRow } from '../../api-types.ts'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { bodyWords } from './words.ts'

/** The names of units by id, each asked for once; bodies of the place have words of their own. */
export function useUnitNames(ids: readonly string[]): (id: string) => string {
  const say = useSay()
  const b = useWords(bodyWords)
  const units = [...new Set(ids.filter((id) => id !== '' && !id.startsWith('@')))]
  const found = useQueries({
    queries: units.map((id) => ({
      queryKey: ['unit', id],
      queryFn: () => api.get<UnitRow>(`/api/units/${id}`),
      staleTime: 600_000,
      retry: false,
    })),
  })
  const names = new Map(units.map((id, index) => [id, found[index]?.data?.name]))
  return (id) => (id in bodyWords ? b(id as keyof typeof bodyWords) : names.get(id) ? say(names.get(id)) : id)
}
