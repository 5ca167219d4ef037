import { Problem } from '@linli/api'
import { useQuery } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import type { Me } from '../api-types.ts'
import { api, queries } from './api.ts'

async function whoAmI(): Promise<Me | null> {
  try {
    return await api.get<Me>('/api/me')
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null
    throw error
  }
}

/** Who is signed in here; null when nobody is. */
export function useMe(): UseQueryResult<Me | null> {
  return useQuery({ queryKey: ['me'], queryFn: whoAmI, staleTime: 30_000, refetchInterval: 60_000 })
}

export interface SignIn {
  readonly account: string
  readonly password: string
  /** The second factor, when the server asks for it. */
  readonly code?: string
}

/** @throws Problem */
export async function signIn(input: SignIn): Promise<void> {
  const answer = await api.post<Partial<Me>>('/api/session', input)
  queries.clear()
  if (answer.account && answer.posts && answer.counts) queries.setQueryData<Me>(['me'], answer as Me)
  else await queries.fetchQuery({ queryKey: ['me'], queryFn: whoAmI })
}

/** Ends the session here even when the server cannot be reached. */
export async function signOut(): Promise<void> {
  try {
    await api.delete('/api/session')
  } finally {
    queries.clear()
    queries.setQueryData<Me | null>(['me'], null)
  }
}
