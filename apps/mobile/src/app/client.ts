import { QueryClient } from '@tanstack/react-query'

/** Questions are asked even when the browser says there is no network: the phone then answers with what it kept. */
export const client = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: 15_000, refetchOnWindowFocus: true, refetchOnReconnect: true },
    mutations: { networkMode: 'always', retry: false },
  },
})
