import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import type { RefCallback } from 'react'
import { useScheme } from '../../app/scheme.ts'
import { openMap } from './base-map.ts'
import type { BaseMap } from './base-map.ts'
import type { Grids } from './grids.ts'

interface MapInput {
  readonly grids: Grids | undefined
  /** What the dots show: GeoJSON. */
  readonly dots?: object | undefined
  readonly mark?: object | undefined
  /** The grid that is lit. */
  readonly lit?: string | null
  /** Called once for each map that is drawn: to listen to it. */
  readonly onMap: (base: BaseMap) => void
}

interface MapControl {
  /** Goes onto the box of the map. */
  readonly box: RefCallback<HTMLElement>
  /** There is no WebGL here: no map can be drawn. */
  readonly failed: boolean
  /** The grids and what lies on them have not been drawn yet. */
  readonly busy: boolean
}

/** A map in a box, drawn anew when the colours change. */
export function useMap({ grids, dots, mark, lit = null, onMap }: MapInput): MapControl {
  const scheme = useScheme()
  const [base, setBase] = useState<BaseMap | null>(null)
  const [failed, setFailed] = useState(false)
  const [drawn, setDrawn] = useState(false)
  const box = useCallback<RefCallback<HTMLElement>>(
    (element) => {
      if (!element) return undefined
      try {
        const made = openMap(element, scheme)
        setBase(made)
        return () => {
          setBase(null)
          made.remove()
        }
      } catch {
        setFailed(true)
        return undefined
      }
    },
    [scheme],
  )
  const hear = useEffectEvent(onMap)
  useEffect(() => {
    if (base) hear(base)
  }, [base])
  useEffect(() => {
    if (!base || !grids) return
    base.showGrids(grids)
    void base.map.once('idle').then(() => setDrawn(true))
  }, [base, grids])
  useEffect(() => {
    if (dots) base?.show('matters', dots)
  }, [base, dots])
  useEffect(() => {
    if (mark) base?.show('mark', mark)
  }, [base, mark])
  useEffect(() => base?.light(lit), [base, lit])
  return { box, failed, busy: !drawn && !failed }
}
