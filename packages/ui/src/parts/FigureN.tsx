import type { ReactElement, ReactNode } from 'react'

interface FigureProps {
  /** The figure; null when there is none yet. */
  readonly n: number | null
  /** Its base, when it is a part of something. */
  readonly of?: number | null
  readonly unit?: ReactNode
  readonly label?: ReactNode
  /** The one large figure of a page. */
  readonly large?: boolean
}

const grouped = (value: number): string => value.toLocaleString('en-US').replaceAll(',', ' ')

/** A figure with its base and unit, never a bare percentage: «28 / 120 件». */
export function FigureN({ n, of, unit, label, large = false }: FigureProps): ReactElement {
  return (
    <span className={large ? 'l-figure l-figure-large' : 'l-figure'}>
      <b>{n === null ? '—' : grouped(n)}</b>
      {of !== undefined && of !== null && <span className="l-quiet"> / {grouped(of)}</span>}
      {unit !== undefined && <span className="l-figure-unit"> {unit}</span>}
      {label !== undefined && <span className="l-figure-label">{label}</span>}
    </span>
  )
}
