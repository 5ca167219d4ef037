import { Attempts } from '@linli/api'
import type { Problem } from '@linli/api'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
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

/** Makes one move; the same press repeated after a silence changes nothing twice. A stale version brings the latest state. */
export function useMove(caseId: string, target: Target): UseMutationResult<unknown, Problem, Record<string, unknown>> {
  const [attempts] = useState(() => new Attempts())
  return useMutation({
    mutationFn: (body: Record<string, unknown>) =>
      api.post(`/api/${target.noun}s/${target.id}/${target.move}`, { ...body, version: target.version }, { attempts }),
    onSuccess: () => refreshCase(caseId),
    onError: (problem) => {
      if (problem.status === 409) void refreshCase(caseId)
    },
  })
}
