import { Icon } from '@linli/ui'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useWords } from '../../app/language.ts'
import { Matter } from './Matter.tsx'
import { caseWords } from './words.ts'

const route = getRouteApi('/desk/cases/$id')

/** The page of one matter. */
export function CasePage(): ReactElement {
  const t = useWords(caseWords)
  const { id } = route.useParams()
  return (
    <div className="case-page">
      <Link to="/cases" className="plain-button small no-print">
        <Icon name="back" size={16} />
        {t('backToList')}
      </Link>
      <Matter key={id} id={id} />
    </div>
  )
}
