import type { ReactElement, ReactNode } from 'react'
import { useWords } from '../../app/language.ts'
import { Register } from '../../parts/Register.tsx'
import { OrgTabs } from './OrgTabs.tsx'
import { orgWords } from './words.ts'

interface OrgPageProps {
  readonly filters?: ReactNode
  readonly tools?: ReactNode
  readonly side?: ReactNode
  readonly onClose?: () => void
  readonly children: ReactNode
}

/** One part of the register of organisations, under its tabs. */
export function OrgPage({ filters, tools, side = null, onClose = () => undefined, children }: OrgPageProps): ReactElement {
  const t = useWords(orgWords)
  return (
    <Register
      title={t('title')}
      tools={tools}
      filters={
        <>
          <div className="filters-tabs">
            <OrgTabs />
          </div>
          {filters}
        </>
      }
      side={side}
      onClose={onClose}
    >
      {children}
    </Register>
  )
}
