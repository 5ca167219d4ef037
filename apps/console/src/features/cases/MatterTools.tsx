import { Icon } from '@linli/ui'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReactElement } from 'react'
import type { CaseView } from '../../api-types.ts'
import { useWords } from '../../app/language.ts'
import { caseWords } from './words.ts'

/** Print, link, and the page of its own. */
export function MatterTools({ one }: { readonly one: CaseView }): ReactElement {
  const t = useWords(caseWords)
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(`${window.location.origin}/desk/cases/${one.id}`)
    setCopied(true)
  }
  return (
    <div className="matter-tools no-print">
      <Link to="/cases/$id" params={{ id: one.id }} className="plain-button small">
        {t('openAlone')}
      </Link>
      {one.channel === 'device' && (
        <Link to="/sensors" search={{ case: one.id }} className="plain-button small">
          <Icon name="sensors" size={16} />
          {t('itsAlarms')}
        </Link>
      )}
      <button type="button" className="plain-button small" onClick={() => void copy()}>
        <Icon name="link" size={16} />
        {copied ? t('copied') : t('copyLink')}
      </button>
      <button type="button" className="plain-button small" onClick={() => window.print()}>
        <Icon name="print" size={16} />
        {t('print')}
      </button>
    </div>
  )
}
