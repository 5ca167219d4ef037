import type { ReactElement } from 'react'

/** A thing one says yes to: the browser's own checkbox, drawn as a large target. */
export function Tick({
  selected,
  onChange,
  children,
}: {
  selected: boolean
  onChange: (yes: boolean) => void
  children: string
}): ReactElement {
  return (
    <label className="choice choice-box" data-selected={selected || undefined}>
      <input type="checkbox" className="unseen" checked={selected} onChange={(event) => onChange(event.target.checked)} />
      <span>{children}</span>
    </label>
  )
}
