import { DueText, StateTag } from '@linli/ui'
import type { ReactElement } from 'react'
import type { OrderView } from '../../api-types.ts'
import { useSay, useWords } from '../../app/language.ts'
import { Photos } from './Photos.tsx'
import { stateTone } from './tone.ts'
import { WhyHere } from './WhyHere.tsx'
import { caseWords } from './words.ts'

/** Who was asked to do something about it, and what they said. */
export function Orders({ orders, now }: { readonly orders: readonly OrderView[]; readonly now: Date }): ReactElement {
  const t = useWords(caseWords)
  const say = useSay()
  return (
    <ul className="orders">
      {orders.map((order) => {
        const clock = order.clocks.find((one) => one.stoppedAt === null)
        return (
          <li key={order.id}>
            <div className="row">
              <b>{order.unit.name}</b>
              <span className="quiet">{order.lead ? t('lead') : t('support')}</span>
              <StateTag tone={stateTone(order.state)}>{say(order.stateSay)}</StateTag>
              {clock && <DueText {...clock} now={now} />}
            </div>
            {order.why && <WhyHere why={order.why} />}
            {order.photos.length > 0 && <Photos photos={order.photos} />}
          </li>
        )
      })}
    </ul>
  )
}
