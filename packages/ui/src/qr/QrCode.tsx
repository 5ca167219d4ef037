import { type ReactElement, useMemo } from 'react'
import { qrMatrix } from './qr-matrix.ts'

const quiet = 4

/** A QR code as one path: sharp at any size, and on paper. */
export function QrCode({ text, label }: { text: string; label: string }): ReactElement {
  const matrix = useMemo(() => qrMatrix(text), [text])
  const size = matrix.length + quiet * 2
  const path = matrix.map((row, r) => row.map((dark, c) => (dark ? `M${c + quiet} ${r + quiet}h1v1h-1z` : '')).join('')).join('')
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  )
}
