import { Attempts } from '@linli/api'
import type { Schemas } from '@linli/api'
import { useQuery } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import { api } from '../../app/api.ts'

export type Effect = Schemas['DirectoryEffect']
export type Example = Schemas['EffectExample']

/** What an edition would change; asked anew when a rule of the draft was changed. */
export function useEffectOf(edition: Schemas['DirectoryEdition']): UseQueryResult<Effect> {
  return useQuery({
    queryKey: ['effect', edition.number, edition.version],
    queryFn: () => api.post<Effect>(`/api/directory/editions/${edition.number}/preview`, {}, { attempts: new Attempts() }),
    staleTime: 60_000,
    retry: false,
  })
}

/** A share as people read it: n of N, with the percentage where there is a base. */
export function shareText(n: number, of: number): string {
  return of === 0 ? `${n} / ${of}` : `${n} / ${of} (${((100 * n) / of).toFixed(1)} %)`
}
