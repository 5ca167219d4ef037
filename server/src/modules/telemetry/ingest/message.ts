import { type Refusal, refuse } from '#platform/refusal'
import type { MessageProblem } from '../domain/device.ts'
import type { Given } from '../domain/message.ts'

/** What came from a device, read but not yet judged. */
export interface Message {
  /** Id of the device. */
  readonly device: string
  readonly given: readonly Given[]
  /** Why it, or a part of it, could not be read. */
  readonly problem: MessageProblem | null
  /** ms */
  readonly receivedAt: number
}

/** A message of a device, with what cannot be read of it. */
export function messageOf(device: string, read: readonly Given[] | MessageProblem, receivedAt: number): Message {
  return typeof read === 'string' ? { device, given: [], problem: read, receivedAt } : { device, given: read, problem: null, receivedAt }
}

/** What became of a message once it is kept. */
export interface Receipt {
  /** Readings that count, those that were there already among them. */
  readonly kept: number
  readonly problems: readonly MessageProblem[]
}

/** The refusal of a message of a device that is not known, has ended, or shows another's key. */
export function unknownDevice(): Refusal {
  return refuse('unauthenticated', 'telemetry.unknown-device', {
    zh: '没有这个设备，或密钥不对。',
    en: 'There is no such device, or its key is not the right one.',
  })
}

/** Too much at once, or the database does not answer: nothing was kept, and the device sends again. */
export function notKept(): Refusal {
  return refuse(
    'unavailable',
    'telemetry.busy',
    { zh: '现在收不下，请稍后重发。', en: 'It cannot be taken in at the moment; please send it again.' },
    { retryAfter: 2 },
  )
}
