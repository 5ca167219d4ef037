import type { Answers } from '@linli/ui'
import { Icon } from '@linli/ui'
import { Button, Dropdown } from 'antd'
import type { ReactElement } from 'react'
import type { CaseView } from '../../../api-types.ts'
import { useSay, useWords } from '../../../app/language.ts'
import { useOffering } from '../../../app/palette/offered.ts'
import type { Offering } from '../offers.ts'
import { moveWords } from '../words.ts'
import { MoveForm } from './MoveForm.tsx'

export interface Opened {
  readonly key: string
  readonly proposed?: Answers
  /** Counts the proposals that were chosen by hand; each begins the form anew. */
  readonly turn?: number
}

interface MoveBarProps {
  readonly one: CaseView
  readonly offerings: readonly Offering[]
  readonly opened: Opened | null
  readonly onOpen: (opened: Opened | null) => void
  readonly onDone: (offering: Offering) => void
}

/** The likeliest move as the button, the others behind «更多»; the chosen one opens here as a form. */
export function MoveBar({ one, offerings, opened, onOpen, onDone }: MoveBarProps): ReactElement | null {
  const t = useWords(moveWords)
  const say = useSay()
  const named = (offering: Offering): string =>
    offering.unit === null ? say(offering.offer.label) : t('unitFor', { unit: offering.unit, move: say(offering.offer.label) })
  const chosen = offerings.find((offering) => offering.key === opened?.key)
  useOffering(offerings.map((each) => ({ key: each.key, label: named(each), note: one.number, run: () => onOpen({ key: each.key }) })))
  if (chosen) {
    return (
      <div className="matter-bar matter-bar-open">
        <MoveForm
          key={`${chosen.key} ${opened?.turn ?? 0}`}
          chosen={opened?.turn !== undefined}
          one={one}
          offering={chosen}
          {...(opened?.proposed && { proposed: opened.proposed })}
          onCancel={() => onOpen(null)}
          onDone={() => {
            onOpen(null)
            onDone(chosen)
          }}
        />
      </div>
    )
  }
  const [first, ...rest] = offerings
  if (!first) return null
  const items = rest.map((offering) => ({ key: offering.key, label: named(offering), danger: offering.offer.danger }))
  return (
    <div className="matter-bar">
      <Button
        className="matter-primary"
        type={first.offer.danger ? 'default' : 'primary'}
        danger={first.offer.danger}
        onClick={() => onOpen({ key: first.key })}
      >
        {named(first)}
      </Button>
      {items.length > 0 && (
        <Dropdown menu={{ items, onClick: ({ key }) => onOpen({ key }) }} trigger={['click']} placement="topLeft">
          <Button>
            {t('more')}
            <Icon name="down" size={14} />
          </Button>
        </Dropdown>
      )}
    </div>
  )
}
