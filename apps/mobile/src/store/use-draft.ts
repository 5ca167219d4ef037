import { useCallback, useEffect, useRef, useState } from 'react'
import type { StoredPhoto } from './rows.ts'
import { draft, dropDraft, keepDraft } from './shelves.ts'

export interface DraftHold<T> {
  readonly values: T
  readonly photos: readonly StoredPhoto[]
  /** False until the phone has been asked what lies on it. */
  readonly ready: boolean
  readonly change: (change: Partial<T>) => void
  readonly setPhotos: (photos: readonly StoredPhoto[]) => void
  /** Forgets what was typed: it was sent, or is not wanted. */
  readonly clear: () => void
}

interface Held<T> {
  readonly values: T
  readonly photos: readonly StoredPhoto[]
}

/** What is typed lies on the phone from the first letter on: closing the page loses nothing. */
export function useDraft<T extends object>(id: string, empty: T): DraftHold<T> {
  const [held, setHeld] = useState<Held<T>>({ values: empty, photos: [] })
  const [ready, setReady] = useState(false)
  const latest = useRef(held)
  const first = useRef(empty)

  useEffect(() => {
    let gone = false
    const bring = async () => {
      const row = await draft(id).catch(() => undefined)
      if (gone) return
      latest.current = row ? { values: { ...first.current, ...row.values }, photos: row.photos } : { values: first.current, photos: [] }
      setHeld(latest.current)
      setReady(true)
    }
    void bring()
    return () => {
      gone = true
    }
  }, [id])

  const hold = useCallback(
    (next: Held<T>) => {
      latest.current = next
      setHeld(next)
      void keepDraft({ id, values: next.values as Readonly<Record<string, unknown>>, photos: next.photos, at: Date.now() }).catch(
        () => undefined,
      )
    },
    [id],
  )
  const change = useCallback((some: Partial<T>) => hold({ ...latest.current, values: { ...latest.current.values, ...some } }), [hold])
  const setPhotos = useCallback((photos: readonly StoredPhoto[]) => hold({ ...latest.current, photos }), [hold])
  const clear = useCallback(() => {
    latest.current = { values: first.current, photos: [] }
    setHeld(latest.current)
    void dropDraft(id).catch(() => undefined)
  }, [id])
  return { ...held, ready, change, setPhotos, clear }
}
