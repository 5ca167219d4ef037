import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import { asProblem, type Problem } from '../api/problem.ts'
import { keepAnswer, keptAnswer } from '../store/shelves.ts'
import { useAccount } from './session.ts'

/** An answer of the server, or what the phone kept of the last one. */
export interface Told<T> {
  readonly body: T
  /** When the phone kept it (ms since 1970); null when it is fresh. */
  readonly keptAt: number | null
}

/**
 * Asks the server and keeps the answer on the phone; without a network, answers with what was kept for this account.
 * @throws Problem when neither the server nor the phone can answer.
 */
export async function askOrRemember<T>(path: string, account: string | null, signal?: AbortSignal): Promise<Told<T>> {
  try {
    const body = await call<T>('GET', path, signal ? { signal } : {})
    void keepAnswer({ path, account, body, at: Date.now() }).catch(() => undefined)
    return { body, keptAt: null }
  } catch (error) {
    const problem = asProblem(error)
    if (problem.status !== 0) throw error
    const kept = await keptAnswer(path, account).catch(() => undefined)
    if (!kept) throw error
    return { body: kept.body as T, keptAt: kept.at }
  }
}

interface Wish {
  readonly enabled?: boolean
  /** Milliseconds between two questions while the page is open. */
  readonly every?: number
  /** Keeps showing the answer to the question before, until the next one comes. */
  readonly stay?: boolean
}

/** A question to the server as a hook; `keep` answers survive the loss of the network. */
export function useAsk<T>(path: string, wish: Wish = {}): UseQueryResult<Told<T>, Problem> {
  const account = useAccount()
  return useQuery<Told<T>, Problem>({
    queryKey: [path, account],
    queryFn: ({ signal }) => askOrRemember<T>(path, account, signal),
    enabled: wish.enabled ?? true,
    refetchInterval: wish.every ?? false,
    ...(wish.stay ? { placeholderData: keepPreviousData } : {}),
  })
}
