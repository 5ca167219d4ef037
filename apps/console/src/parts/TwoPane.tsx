import { Icon } from '@linli/ui'
import type { ReactElement, ReactNode } from 'react'

interface TwoPaneProps {
  readonly list: ReactNode
  /** Something was chosen: on a narrow screen it is shown instead of the list. */
  readonly open: boolean
  readonly onBack: () => void
  readonly back: string
  readonly children: ReactNode
}

/** A list of 380 px and beside it the matter; one of the two on a narrow screen. */
export function TwoPane({ list, open, onBack, back, children }: TwoPaneProps): ReactElement {
  return (
    <div className={open ? 'two-pane two-open' : 'two-pane'}>
      <div className="two-list">{list}</div>
      <div className="matter-pane">
        <button type="button" className="plain-button two-back no-print" onClick={onBack}>
          <Icon name="back" size={16} />
          {back}
        </button>
        {children}
      </div>
    </div>
  )
}
