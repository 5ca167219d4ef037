import { ToneMark } from '@linli/ui'
import { useMemo, useRef } from 'react'
import type { ReactElement } from 'react'
import { useWords } from '../../app/language.ts'
import type { Grids } from '../../parts/map/grids.ts'
import { useRowKeys } from '../../parts/use-row-keys.ts'
import { stateWords } from '../cases/words.ts'
import { linesOf } from './dots.ts'
import type { DotLine, MapView } from './dots.ts'
import { mapWords } from './words.ts'

/** More lines than these are no longer a list; going nearer makes fewer. */
const most = 100

interface DotListProps {
  readonly view: MapView
  readonly grids: Grids | undefined
  readonly onPick: (line: DotLine) => void
}

function Line({ line, onPick }: { readonly line: DotLine; readonly onPick: (line: DotLine) => void }): ReactElement {
  const t = useWords(mapWords)
  const s = useWords(stateWords)
  const state = line.state !== null && line.state in stateWords ? s(line.state as keyof typeof stateWords) : ''
  const notes = [line.grid?.name ?? '', state, line.late > 0 ? t('late', { count: line.late }) : ''].filter((note) => note !== '')
  return (
    <li>
      <button type="button" className="list-row" onClick={() => onPick(line)}>
        <span className={`list-line l-tone-${line.late > 0 ? 'late' : 'active'}`}>
          <ToneMark tone={line.late > 0 ? 'late' : 'active'} />
          <span className="list-title">{line.n === 1 ? line.title : t('together', { count: line.n })}</span>
        </span>
        <span className="list-note">
          <span className="list-where">{notes.join(' · ')}</span>
        </span>
      </button>
    </li>
  )
}

/** What is on the map as a list: each dot by its words or its number, reachable by keyboard; pressing one is like pressing the dot. */
export function DotList({ view, grids, onPick }: DotListProps): ReactElement {
  const t = useWords(mapWords)
  const frame = useRef<HTMLElement>(null)
  useRowKeys(frame, 'li')
  const lines = useMemo(() => linesOf(view.items, grids, most), [view, grids])
  return (
    <section ref={frame} className="map-list" aria-label={t('list')}>
      {lines.length === 0 && <p className="quiet">{t('none')}</p>}
      <ul>
        {lines.map((line) => (
          <Line key={line.key} line={line} onPick={onPick} />
        ))}
      </ul>
      {view.items.length > most && <p className="quiet small">{t('nearer', { count: most })}</p>}
    </section>
  )
}
