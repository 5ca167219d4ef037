import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Receipt } from '../api/cases.ts'
import { drop, outbox, say, type Saying, sendAll, sendOne, watchOutbox } from '../store/outbox.ts'
import type { Waiting } from '../store/rows.ts'
import { keepLink } from '../store/shelves.ts'
import { wire } from '../store/wire.ts'
import { client } from './client.ts'
import { account, askWhoAgain, knownAccount } from './session.ts'

const key = ['outbox'] as const

/** What lies in the outbox, kept true while it changes. */
export function useOutbox(): readonly Waiting[] {
  const { data } = useQuery({ queryKey: key, queryFn: outbox, staleTime: Number.POSITIVE_INFINITY })
  useEffect(() => watchOutbox(() => void client.invalidateQueries({ queryKey: key })), [])
  return data ?? []
}

/** One thing of the outbox: undefined while the phone is being asked, null when it is not there. */
export function useWaiting(id: string): Waiting | null | undefined {
  const { data } = useQuery({ queryKey: key, queryFn: outbox, staleTime: Number.POSITIVE_INFINITY })
  useEffect(() => watchOutbox(() => void client.invalidateQueries({ queryKey: key })), [])
  return data ? (data.find((row) => row.id === id) ?? null) : undefined
}

/**
 * Says something: first onto the phone, then at once to the server. Answers how it stands: sent, waiting or refused.
 * `asVisitor`: without the account, for those who do not want to be named.
 */
export async function sayNow(saying: Omit<Saying, 'account'>, asVisitor = false): Promise<Waiting> {
  const row = await say({ ...saying, account: asVisitor ? null : await knownAccount() })
  const after = (await sendOne(row.id, wire)) ?? row
  await settle().catch(() => undefined)
  return after
}

const keepSentFor = 24 * 3600 * 1000

/** Keeps the secret links of what a visitor's report became, and clears what was sent and read. */
async function settle(): Promise<void> {
  for (const row of await outbox()) {
    if (row.state !== 'sent') continue
    const receipt = row.answer as Partial<Receipt> | null
    if (row.kind === 'report' && row.account === null && receipt?.number && receipt.link && receipt.code) {
      await keepLink({ number: receipt.number, link: receipt.link, code: receipt.code, title: row.title, at: row.at })
    }
    if (row.kind !== 'report' || (row.seen && Date.now() - row.at > keepSentFor)) await drop(row.id)
  }
}

/** Sends what waits; what the screens show is asked again when something reached the server. */
export async function sendWaiting(): Promise<void> {
  const waiting = (await outbox().catch(() => [])).filter((row) => row.state === 'waiting')
  if (waiting.some((row) => row.account !== null && row.account !== account())) await askWhoAgain().catch(() => undefined)
  const sent = await sendAll(account(), wire).catch(() => 0)
  await settle().catch(() => undefined)
  if (sent > 0) await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== key[0] && query.queryKey[0] !== 'me' })
}

/** Sends what waits now, when the network comes back, when the page is looked at again, and every half minute. */
export function startOutbox(): void {
  addEventListener('online', () => void sendWaiting())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void sendWaiting()
  })
  setInterval(() => void sendWaiting(), 30_000)
  void sendWaiting()
}
