import type { Schemas } from '@linli/api'
import { StateTag } from '@linli/ui'
import type { Pair } from '@linli/ui'
import type { ReactElement } from 'react'
import { useWords } from '../../app/language.ts'
import { peopleWords } from './words.ts'

type RecordOf = Schemas['Person']['records'][number]

/** A record in one line, in both languages. */
export function recordLine({ source, benefit, level, asOf }: RecordOf): Pair {
  const line = (name: string): string => [name, [benefit, level].filter(Boolean).join(' '), asOf].filter(Boolean).join(' · ')
  return { zh: line(source.zh), en: line(source.en) }
}

/** What departments sent about somebody, newest first. */
export function RecordList({
  records,
  say,
}: {
  readonly records: readonly RecordOf[]
  readonly say: (pair: Pair) => string
}): ReactElement {
  const t = useWords(peopleWords)
  return (
    <ul className="plain-list">
      {records.map((record) => (
        <li key={record.id}>
          {say(recordLine(record))}{' '}
          {record.benefit !== null && (
            <StateTag tone={record.inForce ? 'done' : 'paused'}>{t(record.inForce ? 'inForce' : 'over')}</StateTag>
          )}
          <br />
          <span className="quiet small">
            {[say(record.matched), ...record.reasons.map(say), record.areaName].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
