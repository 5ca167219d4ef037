import type { Schemas } from '@linli/api'
import type { ReactElement } from 'react'
import { useSay, useWords } from '../../app/language.ts'
import { caseWords } from './words.ts'

type Why = Schemas['DispatchReason']

/** Why the order came to this unit: one sentence, and behind it the rule that decided and those that did not. */
export function WhyHere({ why, open = false }: { readonly why: Why; readonly open?: boolean }): ReactElement {
  const t = useWords(caseWords)
  const say = useSay()
  const hasMore = why.ruleSay !== null || why.others.length > 0
  return (
    <div className="why-here">
      <p>
        <span className="quiet">{t('because')} </span>
        {say(why.say)}
        {why.override && (
          <>
            {' '}
            <span className="quiet">{t('grounds')} </span>
            {say(why.override.say)}
          </>
        )}
      </p>
      {hasMore && (
        <details open={open}>
          <summary>{t('rulesWeighed')}</summary>
          <ul>
            {why.ruleSay && (
              <li>
                {why.suggested && <b>{why.suggested.name}</b>} {say(why.ruleSay)}
              </li>
            )}
            {why.others.map((one) => (
              <li key={one.rule} className="quiet">
                {one.unit?.name ?? t('nobody')} · {say(one.say)} <span className="number small">{one.rule}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
