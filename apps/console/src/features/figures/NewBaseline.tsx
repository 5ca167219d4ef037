import type { ReactElement } from 'react'
import { fill } from '@linli/ui'
import { api, queries } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { useIs } from '../../app/roles.ts'
import { Actions } from '../../parts/Actions.tsx'
import { ask } from '../../parts/form/ask.ts'
import { AskForm } from '../../parts/form/AskForm.tsx'
import type { FigureCard } from './figure.ts'
import { figureWords } from './words.ts'

/** What is asked for a baseline; its value is in the unit of the figure. */
const fieldsOf = (card: FigureCard) => {
  const { zh, en } = figureWords.baselineValue
  const label = { zh: fill(zh, { unit: card.unit.zh }), en: fill(en, { unit: card.unit.en }) }
  return [
    ask('value', label, 'number', { min: 0, max: card.kind === 'share' ? 100 : 1_000_000_000 }),
    ask('asOf', figureWords.baselineAt, 'date'),
    ask('source', figureWords.baselineFrom, 'text', { help: figureWords.baselineFromHelp, minLength: 4, maxLength: 300 }),
  ]
}

/** Keeps what a figure was before, with its source: a supervisor’s, for the area that the page shows. */
export function NewBaseline({ card }: { readonly card: FigureCard }): ReactElement | null {
  const t = useWords(figureWords)
  if (!useIs('supervisor')) return null
  return (
    <Actions
      actions={[
        {
          key: 'baseline',
          label: t('addBaseline'),
          render: (close, done) => (
            <AskForm
              id={`baseline ${card.key} ${card.area.code}`}
              title={t('addBaseline')}
              explain={t('addBaselineExplain')}
              fields={fieldsOf(card)}
              submit={t('addBaseline')}
              send={(body, attempts) => api.post(`/api/figures/${card.key}/baselines`, { ...body, area: card.area.code }, { attempts })}
              onCancel={close}
              onDone={() => {
                void queries.invalidateQueries({ queryKey: ['figure', card.key] })
                done()
              }}
            />
          ),
        },
      ]}
    />
  )
}
