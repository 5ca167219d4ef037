import type { Attempts } from '@linli/api'
import { useQuery } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import type { CaseView } from '../../api-types.ts'
import { api, queries } from '../../app/api.ts'

export function useCase(id: string): UseQueryResult<CaseView> {
  return useQuery({ queryKey: ['case', id], queryFn: ({ signal }) => api.get<CaseView>(`/api/cases/${id}`, {}, { signal }) })
}

/** After a change: the matter, the lists and the counts are asked for anew. */
export async function refreshCase(id: string): Promise<void> {
  void queries.invalidateQueries({ queryKey: ['worklist'] })
  void queries.invalidateQueries({ queryKey: ['cases'] })
  void queries.invalidateQueries({ queryKey: ['me'] })
  await queries.invalidateQueries({ queryKey: ['case', id] })
}

export interface Target {
  readonly noun: 'case' | 'order'
  readonly id: string
  readonly version: number
  readonly move: string
}

/** Makes one move; the same press repeated after a silence changes nothing twice. @throws Problem */
export async function makeMove(caseId: string, target: Target, body: Record<string, unknown>, attempts: Attempts): Promise<void> {
  await api.post(`/api/${target.noun}s/${target.id}/${target.move}`, { ...body, version: target.version }, { attempts })
  await refreshCase(caseId)
}
