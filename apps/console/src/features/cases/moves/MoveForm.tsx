import { Problem } from '@linli/api'
import type { Attempts } from '@linli/api'
import { fieldsOf } from '@linli/ui'
import type { Answers, Field, JsonSchema } from '@linli/ui'
import { useMemo } from 'react'
import type { ReactElement } from 'react'
import type { CaseView, Named } from '../../../api-types.ts'
import { useSay, useWords } from '../../../app/language.ts'
import { AskForm } from '../../../parts/form/AskForm.tsx'
import { PickAnswer } from '../../answers/PickAnswer.tsx'
import { makeMove, refreshCase } from '../api.ts'
import type { Offering } from '../offers.ts'
import { moveWords } from '../words.ts'

interface MoveFormProps {
  readonly one: CaseView
  readonly offering: Offering
  /** What to begin with, such as the directory's suggestion. */
  readonly proposed?: Answers
  /** The proposal was chosen by hand: it wins over what was typed before. */
  readonly chosen?: boolean
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** The units whose names the screen knows already. */
function unitsOf(one: CaseView): readonly Named[] {
  const { lead = null, support = [], alternatives = [] } = one.suggestion ?? {}
  return [...(lead ? [lead] : []), ...support, ...alternatives.map((other) => other.unit), ...one.orders.map((order) => order.unit)]
}

/** One move as a short form in place, drawn from what the server says it asks. */
export function MoveForm({ one, offering, proposed, chosen = false, onDone, onCancel }: MoveFormProps): ReactElement {
  const t = useWords(moveWords)
  const say = useSay()
  const { offer, unit } = offering
  const fields = useMemo(() => fieldsOf(offer.asks as JsonSchema | null), [offer.asks])
  const send = async (body: Record<string, unknown>, attempts: Attempts): Promise<void> => {
    try {
      await makeMove(one.id, { noun: offering.noun, id: offering.id, version: offering.version, move: offer.move }, body, attempts)
    } catch (error) {
      if (error instanceof Problem && error.status === 409) await refreshCase(one.id)
      throw error
    }
  }
  const answering =
    offering.noun === 'order' && offer.move === 'feedback' ? one.orders.find((order) => order.id === offering.id)?.unit.id : undefined
  const helpWith = (field: Field, value: unknown, answer: (value: unknown) => void) =>
    field.name === 'words' &&
    answering !== undefined && <PickAnswer unit={answering} typed={typeof value === 'string' ? value : ''} onPick={answer} />
  return (
    <AskForm
      id={`move ${offering.key} ${one.id}`}
      title={unit === null ? say(offer.label) : t('unitFor', { unit, move: say(offer.label) })}
      explain={say(offer.consequence)}
      fields={fields}
      {...(proposed && { initial: proposed })}
      chosen={chosen}
      submit={say(offer.label)}
      danger={offer.danger}
      send={send}
      onDone={onDone}
      onCancel={onCancel}
      units={unitsOf(one)}
      categories={[one.category]}
      {...(answering && { helpWith })}
    />
  )
}
