import { useEffect } from 'react'
import { queries } from './api.ts'

interface Changed {
  readonly noun: string
  readonly id: string
}

/** What may look different after a change of this noun. */
function refresh(changed: Changed): void {
  const stale = (...key: string[]): void => void queries.invalidateQueries({ queryKey: key })
  stale('me')
  stale('worklist')
  stale('inbox')
  if (changed.noun === 'case' || changed.noun === 'order') {
    stale('case')
    stale('cases')
    stale('case-map')
  }
}

/** Listens to the server while somebody is signed in; several changes at once are one refreshing. */
export function useLive(signedIn: boolean): void {
  useEffect(() => {
    if (!signedIn) return
    const source = new EventSource('/api/events')
    let timer: ReturnType<typeof setTimeout> | undefined
    const onChanged = (event: MessageEvent<string>): void => {
      if (timer !== undefined) return
      timer = setTimeout(() => {
        timer = undefined
        refresh(JSON.parse(event.data) as Changed)
      }, 800)
    }
    source.addEventListener('changed', onChanged)
    return () => {
      clearTimeout(timer)
      source.close()
    }
  }, [signedIn])
}
