import type { Schemas } from '@linli/api'
import { dateSay, StateTag, useLang, useNow } from '@linli/ui'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useSay, useWords } from '../../app/language.ts'
import { rulingWords } from './ruling-words.ts'

type Ruling = Schemas['Precedent']

/** One ruling: who must handle such a matter, what was written, and whether a later one says otherwise. */
export function RulingText({ one }: { readonly one: Ruling }): ReactElement {
  const t = useWords(rulingWords)
  const say = useSay()
  const lang = useLang()
  const now = useNow()
  const who = { unit: one.decided.name, from: one.unit.name }
  return (
    <>
      <div className="row">
        <b>{one.decision === 'insist' ? t('stays', who) : t('goes', who)}</b>
        {one.opposed && <StateTag tone="late">{t('opposed', { at: dateSay(one.opposed.ruledAt, now, lang) })}</StateTag>}
      </div>
      {one.words === null ? <p className="quiet">{t('wordsGone')}</p> : <blockquote className="said">{one.words}</blockquote>}
      <p className="quiet small">
        {dateSay(one.ruledAt, now, lang)} · {say(one.category.name)} · {one.area.name}
        {one.reasonSay && ` · ${t('objectedFor', { reason: say(one.reasonSay) })}`} ·{' '}
        {one.case.opens ? (
          <Link to="/cases/$id" params={{ id: one.case.id }}>
            {one.case.number}
          </Link>
        ) : (
          <span className="number">{one.case.number}</span>
        )}
      </p>
    </>
  )
}

/** Earlier rulings in like matters, beside the suggestion and before the adjudicator. */
export function Rulings({ of }: { readonly of: { readonly count: number; readonly items: readonly Ruling[] } }): ReactElement | null {
  const t = useWords(rulingWords)
  if (of.count === 0) return null
  return (
    <section className="suggestion rulings">
      <h2>{t('earlier', { count: of.count })}</h2>
      <ul>
        {of.items.map((one) => (
          <li key={one.id}>
            <RulingText one={one} />
          </li>
        ))}
      </ul>
      {of.count > of.items.length && (
        <Link
          to="/directory"
          className="small"
          search={{
            tab: 'precedents',
            ...(of.items[0] && /^\d/.test(of.items[0].category.code) && { category: of.items[0].category.code }),
          }}
        >
          {t('all')}
        </Link>
      )}
    </section>
  )
}
