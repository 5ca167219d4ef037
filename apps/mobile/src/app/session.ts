import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import { asProblem, type Problem } from '../api/problem.ts'
import type { Me } from '../api/shapes.ts'
import { forgetAnswers, keepAnswer, keptAnswer } from '../store/shelves.ts'
import { client } from './client.ts'

const path = '/api/me'
const key = ['me'] as const

function keepMe(me: Me): Promise<void> {
  return keepAnswer({ path, account: null, body: me, at: Date.now() }).catch(() => undefined)
}

/** Who is signed in; null for a visitor. Without a network the phone remembers who it was. */
async function whoAmI(): Promise<Me | null> {
  try {
    const me = await call<Me>('GET', path)
    await keepMe(me)
    return me
  } catch (error) {
    const problem = asProblem(error)
    if (problem.status === 401) {
      await forgetAnswers().catch(() => undefined)
      return null
    }
    const kept = await keptAnswer(path, null).catch(() => undefined)
    return kept ? (kept.body as Me) : null
  }
}

export function useMe(): UseQueryResult<Me | null, Problem> {
  return useQuery<Me | null, Problem>({ queryKey: key, queryFn: whoAmI, staleTime: 60_000 })
}

/** The account whose answers and outbox these are; null for visitors. */
export function useAccount(): string | null {
  return useMe().data?.account.id ?? null
}

/** The account as last known, outside React. */
export function account(): string | null {
  return client.getQueryData<Me | null>(key)?.account.id ?? null
}

/** Asks the server anew who is signed in: after the network came back, or another page signed in. */
export async function askWhoAgain(): Promise<void> {
  await client.refetchQueries({ queryKey: key })
}

/** The account, after the server (or the phone) has said who it is. */
export async function knownAccount(): Promise<string | null> {
  const me = await client.ensureQueryData({ queryKey: key, queryFn: whoAmI })
  return me?.account.id ?? null
}

async function became(me: Me | null): Promise<void> {
  await forgetAnswers().catch(() => undefined)
  if (me) await keepMe(me)
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== key[0] })
  client.setQueryData(key, me)
}

/** Signs in by account and password, or by phone and the code that was sent. */
export async function signIn(by: { account: string; password: string; code?: string } | { phone: string; code: string }): Promise<Me> {
  const me = await call<Me>('POST', '/api/session', { body: by })
  await became(me)
  return me
}

/** Destroys my personal data and ends the session. */
export async function eraseMe(): Promise<void> {
  await call<void>('DELETE', '/api/my/account')
  await became(null)
}

/** Ends the session and forgets what this person saw on this phone; what waits to be sent stays. */
export async function signOut(): Promise<void> {
  await call<void>('DELETE', '/api/session')
  await became(null)
}
