import { Icon } from '@linli/ui'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent, ReactElement } from 'react'
import type { Me } from '../../api-types.ts'
import { useWords } from '../language.ts'
import { useHits } from './hits.ts'
import type { Hit } from './hits.ts'
import { paletteWords } from './words.ts'

/** Moves the cursor among the field and the hits, from wherever it is. */
function step(dialog: HTMLElement | null, by: 1 | -1): void {
  const stops = [...(dialog?.querySelectorAll<HTMLElement>('input, .palette-hit') ?? [])]
  const here = stops.findIndex((stop) => stop === document.activeElement)
  stops[Math.min(Math.max(here + by, 0), stops.length - 1)]?.focus()
}

function Hits({
  hits,
  onKey,
  onPick,
}: {
  readonly hits: readonly Hit[]
  readonly onKey: (event: KeyboardEvent) => void
  readonly onPick: (hit: Hit) => void
}): ReactElement {
  const t = useWords(paletteWords)
  return (
    <ul className="palette-hits" aria-label={t('label')}>
      {hits.map((hit, index) => (
        <li key={hit.group + hit.key}>
          {hits[index - 1]?.group !== hit.group && <div className="palette-group">{t(hit.group)}</div>}
          <button type="button" className="palette-hit" onClick={() => onPick(hit)} onKeyDown={onKey}>
            <Icon name={hit.icon} size={16} />
            <span className="palette-title">{hit.title}</span>
            <span className="quiet number">{hit.note}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** One field that finds pages, matters, units and places, by keyboard: Enter takes the first, the arrows walk. */
export function Palette({ me, onClose }: { readonly me: Me; readonly onClose: () => void }): ReactElement {
  const t = useWords(paletteWords)
  const [q, setQ] = useState('')
  const dialog = useRef<HTMLDialogElement>(null)
  const navigate = useNavigate()
  const { hits, settled } = useHits(me, q)
  useEffect(() => {
    dialog.current?.setAttribute('closedby', 'any')
    dialog.current?.showModal()
  }, [])
  const pick = (hit: Hit): void => {
    onClose()
    if ('run' in hit.target) hit.target.run()
    else void navigate(hit.target)
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    step(dialog.current, event.key === 'ArrowDown' ? 1 : -1)
  }
  return (
    <dialog ref={dialog} className="palette" aria-label={t('label')} onClose={onClose}>
      <div className="palette-field">
        <Icon name="search" />
        <input
          type="search"
          aria-label={t('label')}
          placeholder={t('placeholder')}
          value={q}
          onChange={(event) => setQ(event.target.value)}
          onKeyDown={(event) => {
            onKey(event)
            const [first] = hits
            if (event.key === 'Enter' && first && !event.nativeEvent.isComposing) pick(first)
          }}
        />
      </div>
      <Hits hits={hits} onKey={onKey} onPick={pick} />
      {hits.length === 0 && settled && q.trim() !== '' && <p className="palette-none quiet">{t('nothing', { q: q.trim() })}</p>}
      <p className="palette-keys small quiet">{t('keys')}</p>
    </dialog>
  )
}
