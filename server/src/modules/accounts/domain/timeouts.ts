/** How long a session lives: staff a working day, residents half a year; idle in minutes, absolute in hours. */
export const TIMEOUTS = {
  staff: { idleMinutes: 60, hours: 12 },
  resident: { idleMinutes: 30 * 24 * 60, hours: 180 * 24 },
} as const

export interface Life {
  readonly seenAt: Date
  readonly expiresAt: Date
  readonly idleMinutes: number
}

/** True when a session is over by idleness or by age. */
export function isOver(life: Life, now: Date): boolean {
  return now >= life.expiresAt || now.getTime() - life.seenAt.getTime() > life.idleMinutes * 60_000
}
