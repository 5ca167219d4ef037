import { type RefObject, useEffect, useRef } from 'react'

/** A point in the picture's own units, from its middle. */
export interface Spot {
  readonly x: number
  readonly y: number
}

export interface Drag {
  /** Where the finger went down, and where it is now. */
  readonly move: (from: Spot, now: Spot) => void
  /** The finger left after a drag. */
  readonly drop: () => void
  /** A tap: down and up without a way between. */
  readonly tap: (at: Spot) => void
}

const still = 8

function spotIn(svg: SVGSVGElement, event: PointerEvent, width: number, height: number): Spot {
  const box = svg.getBoundingClientRect()
  const factor = width / box.width
  return { x: (event.clientX - box.left) * factor - width / 2, y: (event.clientY - box.top) * factor - height / 2 }
}

/** Follows one finger or the mouse over a picture of `width` units. The latest handlers are called, so they may see fresh state. */
export function useDrag(picture: RefObject<SVGSVGElement | null>, width: number, height: number, drag: Drag | null): void {
  const latest = useRef(drag)
  useEffect(() => {
    latest.current = drag
  })
  const live = drag !== null
  useEffect(() => {
    const svg = picture.current
    if (!svg || !live) return undefined
    let from: Spot | null = null
    let moved = false
    const spotOf = (event: PointerEvent) => spotIn(svg, event, width, height)
    const down = (event: PointerEvent) => {
      from = spotOf(event)
      moved = false
      svg.setPointerCapture(event.pointerId)
    }
    const move = (event: PointerEvent) => {
      if (!from) return
      const now = spotOf(event)
      moved ||= Math.hypot(now.x - from.x, now.y - from.y) >= still
      if (moved) latest.current?.move(from, now)
    }
    const up = (event: PointerEvent) => {
      if (!from) return
      from = null
      if (moved) latest.current?.drop()
      else latest.current?.tap(spotOf(event))
    }
    const cancel = () => {
      from = null
      latest.current?.drop()
    }
    const listeners = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: cancel } as const
    for (const [type, listener] of Object.entries(listeners)) svg.addEventListener(type as 'pointerdown', listener)
    return () => {
      for (const [type, listener] of Object.entries(listeners)) svg.removeEventListener(type as 'pointerdown', listener)
    }
  }, [picture, width, height, live])
}
