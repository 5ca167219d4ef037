import type { ReactElement } from 'react'
import { dateSay, useLang, useNow } from '@linli/ui'
import { useWords } from '../../app/language.ts'
import { Facts } from '../../parts/Facts.tsx'
import { Note } from '../../parts/Note.tsx'
import { type Effect, shareText } from './effect.ts'
import { effectWords } from './effect-words.ts'

/** The effect in numbers, each beside its base. */
export function EffectSummary({ effect }: { readonly effect: Effect }): ReactElement {
  const t = useWords(effectWords)
  const now = useNow()
  const lang = useLang()
  const { examined, practice } = effect
  const period = { from: dateSay(effect.from, now, lang), to: dateSay(effect.to, now, lang) }
  return (
    <div className="stack">
      <p className="quiet">
        {effect.stride > 1
          ? t('sampled', { ...period, drawn: effect.drawn, found: effect.found, stride: effect.stride })
          : t('all', { ...period, found: effect.found })}{' '}
        {effect.unneeded > 0 && t('unneeded', { n: effect.unneeded })}{' '}
        {effect.present === null ? t('againstNone') : t('against', { n: effect.present })}
      </p>
      {effect.nobody > 0 && <Note tone="late">{t('nobodyNote', { share: shareText(effect.nobody, examined) })}</Note>}
      {effect.blocked > 0 && <Note tone="late">{t('blockedNote', { share: shareText(effect.blocked, examined) })}</Note>}
      {effect.moved === 0 && <Note tone="done">{t('noneMoved')}</Note>}
      <Facts
        of={[
          [t('moved'), <b key="moved">{shareText(effect.moved, examined)}</b>],
          [t('same'), shareText(effect.same, examined)],
          [t('nobody'), shareText(effect.nobody, examined)],
          [t('blocked'), shareText(effect.blocked, examined)],
          [t('practiceNow'), shareText(practice.was, practice.of)],
          [t('practiceDraft'), shareText(practice.is, practice.of)],
        ]}
      />
    </div>
  )
}
