import { makeApi, Problem } from '@linli/api'
import { QueryClient } from '@tanstack/react-query'
import type { Me } from '../api-types.ts'
import { langNow } from './language.ts'

/** What the desk knows of the server; a refusal is final, a silence is asked again once. */
export const queries = new QueryClient({
  defaultOptions: {
    // Without a network a question is asked all the same and fails, so that the page can say so.
    queries: {
      networkMode: 'always',
      staleTime: 15_000,
      retry: (failures, error) => failures < 1 && (!(error instanceof Problem) || error.status === 0 || error.status >= 500),
      refetchOnWindowFocus: true,
    },
    mutations: { networkMode: 'always' },
  },
})

export const api = makeApi({
  lang: langNow,
  // The pages that need somebody see it at once and lead to the sign-in.
  onSignedOut: () => queries.setQueryData<Me | null>(['me'], null),
})
