import { useEffect } from 'react'
import { client } from './client.ts'
import { useAccount } from './session.ts'

/** Listens to what the server says has changed, and asks again; the stream is for those who are signed in. */
export function useChanges(): void {
  const account = useAccount()
  useEffect(() => {
    if (account === null || typeof EventSource === 'undefined') return undefined
    const stream = new EventSource('/api/events')
    let timer: ReturnType<typeof setTimeout> | null = null
    const ask = () => {
      timer ??= setTimeout(() => {
        timer = null
        void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'outbox' })
      }, 400)
    }
    stream.addEventListener('changed', ask)
    return () => {
      if (timer !== null) clearTimeout(timer)
      stream.close()
    }
  }, [account])
}
