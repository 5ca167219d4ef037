import { ToneMark } from '@linli/ui'
import { useMemo, useRef } from 'react'
import type { ReactElement } from 'react'
import { useWords } from '../../app/language.ts'
import type { Grids } from '../../parts/map/grids.ts'
import { useRowKeys } from '../../parts/use-row-keys.ts'
import { linesOf } from './dots.ts'
import type { DotLine, MapView } from './dots.ts'
import { mapWords } from './words.ts'

/** More lines than these are no longer a list; going nearer makes fewer. */
const most = 100

/** What the layer calls its dots. */
export interface LayerWords {
  readonly list: string
  readonly none: string
  readonly together: (count: number) => string
  /** How many of so many need a look; empty where that is said already. */
  readonly late: (count: number, of: number) => string
  readonly state: (state: string) => string
}

interface DotListProps {
  readonly words: LayerWords
  readonly view: MapView
  readonly grids: Grids | undefined
  readonly onPick: (line: DotLine) => void
}

interface LineProps {
  readonly line: DotLine
  readonly words: LayerWords
  readonly onPick: (line: DotLine) => void
}

function Line({ line, words, onPick }: LineProps): ReactElement {
  const state = line.state === null ? '' : words.state(line.state)
  const notes = [line.grid?.name ?? '', state, line.late > 0 ? words.late(line.late, line.n) : ''].filter((note) => note !== '')
  return (
    <li>
      <button type="button" className="list-row" onClick={() => onPick(line)}>
        <span className={`list-line l-tone-${line.late > 0 ? 'late' : 'active'}`}>
          <ToneMark tone={line.late > 0 ? 'late' : 'active'} />
          <span className="list-title">{line.n === 1 ? line.title : words.together(line.n)}</span>
        </span>
        <span className="list-note">
          <span className="list-where">{notes.join(' · ')}</span>
        </span>
      </button>
    </li>
  )
}

/** What is on the map as a list: each dot by its words or its number, reachable by keyboard; pressing one is like pressing the dot. */
export function DotList({ view, grids, words, onPick }: DotListProps): ReactElement {
  const t = useWords(mapWords)
  const frame = useRef<HTMLElement>(null)
  useRowKeys(frame, 'li')
  const lines = useMemo(() => linesOf(view.items, grids, most), [view, grids])
  return (
    <section ref={frame} className="map-list" aria-label={words.list}>
      {lines.length === 0 && <p className="quiet">{words.none}</p>}
      <ul>
        {lines.map((line) => (
          <Line key={line.key} line={line} words={words} onPick={onPick} />
        ))}
      </ul>
      {view.items.length > most && <p className="quiet small">{t('nearer', { count: most })}</p>}
    </section>
  )
}
