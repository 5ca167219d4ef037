import { useEffect, useRef, useState } from 'react'
import type { Point } from '../../map/projection.ts'

export type HereState = 'idle' | 'asking' | 'denied' | 'found'

export interface Here {
  readonly state: HereState
  readonly ask: (found: (at: Point) => void) => Promise<void>
}

function locate(): Promise<Point | null> {
  if (!('geolocation' in navigator)) return Promise.resolve(null)
  return new Promise((done) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => done({ lon: coords.longitude, lat: coords.latitude }),
      () => done(null),
      { enableHighAccuracy: true, timeout: 12_000, maximumAge: 60_000 },
    )
  })
}

async function allowedBefore(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'geolocation' })).state === 'granted'
  } catch {
    return false
  }
}

/**
 * Where the phone is: asked by a tap, or at once when it was allowed before (`onFound`).
 * It is the place of the matter and never a track.
 */
export function useHere(onFound: (at: Point) => void): Here {
  const [state, setState] = useState<HereState>('idle')
  const found = useRef(onFound)
  useEffect(() => {
    found.current = onFound
  })
  useEffect(() => {
    let gone = false
    const look = async () => {
      if (!(await allowedBefore()) || gone) return
      const at = await locate()
      if (at && !gone) {
        setState('found')
        found.current(at)
      }
    }
    void look()
    return () => {
      gone = true
    }
  }, [])
  const ask = async (then: (at: Point) => void) => {
    setState('asking')
    const at = await locate()
    setState(at ? 'found' : 'denied')
    if (at) then(at)
  }
  return { state, ask }
}
