import type { Schemas } from '@linli/api'
import type { ReactElement } from 'react'
import { useWords } from '../../app/language.ts'
import { useList } from '../../parts/use-list.ts'
import { RulingText } from '../cases/Rulings.tsx'
import { directoryWords } from './words.ts'

/** The rulings on which a rule rests. */
export function RulePrecedents({ ids }: { readonly ids: readonly string[] }): ReactElement | null {
  const t = useWords(directoryWords)
  const list = useList<Schemas['Precedent']>('precedents', '/api/precedents', { ids: ids.join(',') }, ids.length > 0)
  if (list.items.length === 0) return null
  return (
    <section>
      <h3>{t('onPrecedents')}</h3>
      <ul className="precedents">
        {list.items.map((one) => (
          <li key={one.id}>
            <div>
              <RulingText one={one} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
