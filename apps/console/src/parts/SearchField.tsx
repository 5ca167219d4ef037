import { Input } from 'antd'
import { useRef, useState } from 'react'
import type { ReactElement } from 'react'

interface SearchFieldProps {
  readonly label: string
  readonly value: string
  readonly onSet: (q: string) => void
}

/** Words to search for; they are searched a moment after the last key. */
export function SearchField({ label, value, onSet }: SearchFieldProps): ReactElement {
  const [typed, setTyped] = useState({ since: value, q: value })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // The address was changed from elsewhere: the field follows.
  if (typed.since !== value) setTyped({ since: value, q: value === typed.q.trim() ? typed.q : value })
  const search = (q: string, ms: number): void => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onSet(q.trim()), ms)
  }
  return (
    <Input
      allowClear
      className="filter-words"
      type="search"
      aria-label={label}
      placeholder={label}
      value={typed.q}
      onChange={(event) => {
        setTyped({ since: value, q: event.target.value })
        search(event.target.value, 400)
      }}
      onPressEnter={() => search(typed.q, 0)}
    />
  )
}
