import { type KeyboardEvent, type ReactElement, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from 'react-aria-components/Button'
import { Icon } from '../parts/Icon.tsx'
import { Press } from '../parts/Press.tsx'
import { clampScale, middleOf, pathOf, type Point, type Shape, toPixels, toPlace, type View, viewOf } from './projection.ts'
import { type Drag, type Spot, useDrag } from './use-drag.ts'

export interface MapProps {
  readonly shapes: readonly Shape[]
  readonly pin: Point
  /** Grid that holds the pin, drawn in colour. */
  readonly lit?: string | null
  /** Absent: the map only shows. */
  readonly onPin?: (at: Point) => void
}

const width = 640
const height = 400
/** Metres a press of an arrow key. */
const stride = 5
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

function Grids({ view, shapes, lit }: { view: View; shapes: readonly Shape[]; lit: string | null }): ReactElement {
  return (
    <g>
      {shapes.map((shape) => (
        <path key={shape.code} d={pathOf(view, shape)} className={shape.code === lit ? 'grid grid-lit' : 'grid'} />
      ))}
      {shapes.map((shape) => {
        const { x, y } = toPixels(view, middleOf(shape))
        return (
          <text key={shape.code} x={x} y={y} className="grid-name">
            {shape.name}
          </text>
        )
      })}
    </g>
  )
}

function isSeen(at: Spot): boolean {
  return Math.abs(at.x) < width / 2 - 20 && Math.abs(at.y) < height / 2 - 20
}

/** The view a person left, or the one that shows where the pin first was; a pin that lies outside pulls it along. */
function useView(shapes: readonly Shape[], pin: Point, held: boolean): readonly [View, (view: View) => void] {
  const [first] = useState(pin)
  const [left, setLeft] = useState<View | null>(null)
  const whole = useMemo(() => viewOf(shapes, width, height), [shapes])
  const view = left ?? { centre: first, scale: Math.min(whole?.scale ?? 2, 2) }
  return [held || isSeen(toPixels(view, pin)) ? view : { ...view, centre: pin }, setLeft]
}

/** Thin lines of the grids and one pin: tap or drag it, or move it with the arrow keys. Works without any tiles. */
export function GridMap({ shapes, pin, lit = null, onPin }: MapProps): ReactElement {
  const { t } = useTranslation()
  const picture = useRef<SVGSVGElement>(null)
  const [held, setHeld] = useState<{ readonly what: 'pin' | 'ground'; readonly view: View } | null>(null)
  const [view, setView] = useView(shapes, pin, held !== null)
  const place = toPixels(view, pin)
  const drag: Drag = {
    move(from, now) {
      const what = held?.what ?? (Math.hypot(from.x - place.x, from.y - place.y + 24) < 60 ? 'pin' : 'ground')
      const start = held?.view ?? view
      if (!held) setHeld({ what, view: start })
      if (what === 'pin') onPin?.(toPlace(start, now.x, now.y))
      else setView({ ...start, centre: toPlace(start, from.x - now.x, from.y - now.y) })
    },
    drop: () => setHeld(null),
    tap: (at) => onPin?.(toPlace(view, at.x, at.y)),
  }
  useDrag(picture, width, height, onPin ? drag : null)
  const keys = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step || !onPin) return
    event.preventDefault()
    onPin(toPlace({ centre: pin, scale: stride }, step[0], step[1]))
  }
  const zoom = (factor: number) => setView({ centre: pin, scale: clampScale(view.scale * factor) })
  return (
    <div className="map">
      <svg
        ref={picture}
        viewBox={`${-width / 2} ${-height / 2} ${width} ${height}`}
        className={onPin ? 'map-picture map-live' : 'map-picture'}
        aria-hidden="true"
      >
        <Grids view={view} shapes={shapes} lit={lit} />
        <g transform={`translate(${place.x} ${place.y})`}>
          <path className="pin" d="M0 0C-6-16-20-24-20-40a20 20 0 1 1 40 0C20-24 6-16 0 0Z" />
          <circle className="pin-eye" cy={-40} r={7} />
        </g>
      </svg>
      <div className="map-tools" data-unread>
        {onPin ? (
          <Button className="press press-plain map-keys" onKeyDown={keys} aria-label={t('map.drag')}>
            <Icon name="target" />
          </Button>
        ) : null}
        <Press aria-label={t('map.closer')} onPress={() => zoom(0.6)}>
          <Icon name="add" />
        </Press>
        <Press aria-label={t('map.farther')} onPress={() => zoom(1 / 0.6)}>
          <Icon name="minus" />
        </Press>
      </div>
    </div>
  )
}
