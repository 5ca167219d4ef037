import { Icon } from '@linli/ui'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Segmented } from 'antd'
import type { ReactElement } from 'react'
import { useWords } from '../../app/language.ts'
import { useIs } from '../../app/roles.ts'
import { directoryWords } from './words.ts'

const route = getRouteApi('/desk/directory')

/** What of an edition one looks at: its rules, what differs from the one before, what it changes. */
export function EditionTabs({ number }: { readonly number: number }): ReactElement {
  const t = useWords(directoryWords)
  const { view } = route.useSearch()
  const navigate = route.useNavigate()
  const roles = [useIs('systemAdmin'), useIs('dispatcher'), useIs('supervisor'), useIs('adjudicator')]
  return (
    <div className="row">
      <Link to="/directory" className="plain-button small">
        <Icon name="back" size={16} />
        {t('back')}
      </Link>
      <Segmented
        aria-label={t('view')}
        value={view ?? 'rules'}
        options={[
          { value: 'rules', label: t('viewRules') },
          { value: 'changes', label: t('viewChanges') },
          ...(roles.includes(true) ? [{ value: 'effect', label: t('viewEffect') }] : []),
        ]}
        onChange={(next) => void navigate({ search: { edition: String(number), ...(next !== 'rules' && { view: next }) } })}
      />
    </div>
  )
}
