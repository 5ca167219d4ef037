import { useEffect, useRef, useSyncExternalStore } from 'react'

/** Something that may be done on the page that is open. */
export interface OfferedMove {
  readonly key: string
  readonly label: string
  /** What it is done with, such as the number of the matter. */
  readonly note: string
  readonly run: () => void
}

const none: readonly OfferedMove[] = []
let offered = none
const listeners = new Set<() => void>()

function set(next: readonly OfferedMove[]): void {
  offered = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What may be done on the page that is open, for the search of everything. */
export const useOffered = (): readonly OfferedMove[] => useSyncExternalStore(subscribe, () => offered)

/** Lets the search of everything find what may be done here, as long as this is shown. */
export function useOffering(moves: readonly OfferedMove[]): void {
  const latest = useRef(moves)
  useEffect(() => {
    latest.current = moves
  })
  const said = JSON.stringify(moves.map(({ key, label, note }) => ({ key, label, note })))
  useEffect(() => {
    const run = (key: string): void => latest.current.find((move) => move.key === key)?.run()
    set((JSON.parse(said) as Omit<OfferedMove, 'run'>[]).map((move) => ({ ...move, run: () => run(move.key) })))
    return () => set(none)
  }, [said])
}
