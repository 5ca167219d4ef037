import type { MessageProblem } from './device.ts'

/** One value as a device sent it; `at` in ms, null where the device has no clock. */
export interface Given {
  readonly measure: string
  readonly at: number | null
  readonly value: number
}

/** Bytes of a message over MQTT. */
export const largestMessage = 4096
/** Values in a message. */
export const mostValues = 16

const measureShape = /^[a-z][a-zA-Z0-9]{0,39}$/

/** A time as ISO 8601 with its zone, as seconds or as milliseconds since 1970; undefined where it is none of these. */
export function timeOf(at: unknown): number | null | undefined {
  if (at === undefined || at === null) return null
  if (typeof at === 'number') return at > 0 && at < 1e14 ? (at < 1e11 ? at * 1000 : at) : undefined
  if (typeof at !== 'string' || !/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:?\d\d)$/.test(at)) return undefined
  const ms = Date.parse(at)
  return Number.isNaN(ms) ? undefined : ms
}

const numberOf = (value: unknown): number | null =>
  typeof value === 'boolean' ? Number(value) : typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e15 ? value : null

/** Reads one message that is JSON already: `{"at"?, "values": {measure: number | boolean}}`. */
export function givenIn(message: unknown): readonly Given[] | MessageProblem {
  if (typeof message !== 'object' || message === null || !('values' in message)) return 'malformed'
  const { at, values } = message as { at?: unknown; values: unknown }
  const time = timeOf(at)
  if (time === undefined || typeof values !== 'object' || values === null || Array.isArray(values)) return 'malformed'
  const entries = Object.entries(values)
  if (entries.length > mostValues) return 'tooLarge'
  const given = entries.flatMap(([measure, value]) => {
    const number = measureShape.test(measure) ? numberOf(value) : null
    return number === null ? [] : [{ measure, at: time, value: number }]
  })
  return given.length === 0 || given.length < entries.length ? 'malformed' : given
}

const text = new TextDecoder('utf-8', { fatal: true })

/** Reads the bytes of an MQTT message. */
export function readMessage(bytes: Uint8Array): readonly Given[] | MessageProblem {
  if (bytes.length > largestMessage) return 'tooLarge'
  try {
    return givenIn(JSON.parse(text.decode(bytes)))
  } catch {
    return 'malformed'
  }
}

const weekMs = 7 * 86_400_000
/** A device's clock may be this far ahead. */
const aheadMs = 5 * 60_000
/** A reading that was under way this long is kept, but no rule looks at it: what it tells is over. */
export const freshMs = 15 * 60_000

/** The number of the week, since 1970, in which an instant lies. */
export const weekOf = (at: number): number => Math.floor(at / weekMs)

/** Slots of the ring of readings. */
export const slots = 8
export const slotOf = (at: number): number => weekOf(at) % slots

/** The slots that hold nothing that is to be kept: all but this week's, the next one's and those of `weeks` before. */
export function slotsToEmpty(now: number, weeks: number): number[] {
  const kept = new Set(Array.from({ length: weeks + 2 }, (_, n) => (weekOf(now) + 1 - n + slots) % slots))
  return Array.from({ length: slots }, (_, slot) => slot).filter((slot) => !kept.has(slot))
}

/** When a reading counts, by the device's clock and ours (ms); a problem is told beside it, or says why it is not kept. */
export function timed(
  at: number | null,
  received: number,
  weeks: number,
): { readonly at: number | null; readonly problem: MessageProblem | null } {
  if (at === null) return { at: received, problem: null }
  if (at > received + aheadMs) return { at: received, problem: 'clockAhead' }
  if (weekOf(at) < weekOf(received) - weeks) return { at: null, problem: 'tooOld' }
  return { at, problem: null }
}
