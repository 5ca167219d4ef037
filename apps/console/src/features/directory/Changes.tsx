import type { Schemas } from '@linli/api'
import { EmptyState, ErrorState, Skeleton, StateTag } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { troubleOf } from '../../app/trouble.ts'
import { Register } from '../../parts/Register.tsx'
import { severityWords } from '../cases/words.ts'
import { useAreaNames } from './area-names.ts'
import { useCategoryNames } from './category-names.ts'
import { EditionTabs } from './EditionTabs.tsx'
import { useUnitNames } from './unit-names.ts'
import { directoryWords } from './words.ts'

type Edition = Schemas['DirectoryEdition']
type Comparison = Schemas['DirectoryComparison']
type Change = Comparison['items'][number]
type Rule = Schemas['DirectoryRule']

const toneOf = { added: 'done', removed: 'late', changed: 'soon' } as const
const nothing = (): void => undefined

/** What a rule says, as one line. */
function useRuleText(names: (id: string) => string): (rule: Rule) => string {
  const t = useWords(directoryWords)
  const say = useSay()
  return (rule) =>
    [
      `${t('lead')} ${names(rule.lead)}`,
      rule.support.length > 0 ? `${t('support')} ${rule.support.map(names).join('、')}` : '',
      `${t('basis')} ${say(rule.basis)}`,
      rule.grassRootsAllowed ? t('grassRoots') : '',
    ]
      .filter((part) => part !== '')
      .join(' · ')
}

interface ChangeLineProps {
  readonly one: Change
  readonly names: (id: string) => string
  readonly areaOf: (code: string) => string
}

function ChangeLine({ one, names, areaOf }: ChangeLineProps): ReactElement {
  const t = useWords(directoryWords)
  const s = useWords(severityWords)
  const say = useSay()
  const categoryOf = useCategoryNames()
  const textOf = useRuleText(names)
  const about = one.after ?? one.before
  return (
    <li>
      <div className="row">
        <StateTag tone={toneOf[one.kind]}>{t(one.kind)}</StateTag>
        {about && (
          <b>
            {categoryOf(about.category)} · {areaOf(about.area)}
            {about.severity !== null && ` · ${s(about.severity)}`}
          </b>
        )}
        {one.parts.length > 0 && <span className="quiet">{one.parts.map((part) => say(part.say)).join('、')}</span>}
      </div>
      {one.before && <p className="change-before">{textOf(one.before)}</p>}
      {one.after && <p className="change-after">{textOf(one.after)}</p>}
    </li>
  )
}

/** What an edition says otherwise than the one before it, rule by rule. */
export function Changes({ edition }: { readonly edition: Edition }): ReactElement {
  const t = useWords(directoryWords)
  const say = useSay()
  const found = useQuery({
    queryKey: ['rules', 'changes', edition.number, edition.version],
    queryFn: () => api.get<Comparison>(`/api/directory/editions/${edition.number}/changes`),
  })
  const rules = found.data?.items.flatMap((one) => [one.before, one.after]).filter((rule) => rule !== null) ?? []
  const areaOf = useAreaNames(rules.map((rule) => rule.area))
  const names = useUnitNames(rules.flatMap((rule) => [rule.lead, ...rule.support]))
  return (
    <Register
      title={`${t('number', { n: edition.number })} · ${say(edition.title)}`}
      filters={<EditionTabs number={edition.number} />}
      side={null}
      onClose={nothing}
    >
      {found.isPending && <Skeleton shape="list" />}
      {found.error && <ErrorState trouble={troubleOf(found.error)} onRetry={() => void found.refetch()} />}
      {found.data && (
        <>
          <p>
            {found.data.from === null ? t('comparedWithNone') : t('comparedWith', { n: found.data.from })}{' '}
            {t('changeCounts', { added: found.data.added, removed: found.data.removed, changed: found.data.changed })}
          </p>
          {found.data.items.length === 0 && <EmptyState>{t('noChanges')}</EmptyState>}
          <ul className="changes">
            {found.data.items.map((one) => (
              <ChangeLine key={one.rule} one={one} names={names} areaOf={areaOf} />
            ))}
          </ul>
        </>
      )}
    </Register>
  )
}
