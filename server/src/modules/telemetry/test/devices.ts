import { expect } from 'vitest'
import type { Person, World } from '../../../../test/world.ts'

/** The grid of the test city in which devices stand. */
export const grid = '990901001001001'

export interface TestDevice {
  readonly id: string
  readonly key: string
}

/** Enters a device as its administrator. */
export async function device(w: World, kind: string, component: string, area = grid): Promise<TestDevice> {
  const admin = await w.as('system')
  const made = await admin.post('/api/devices', { name: `${kind} ${component}`, kind, component, area })
  expect(made.status).toBe(201)
  const { device: one, key } = made.body as { device: { id: string }; key: string }
  return { id: one.id, key }
}

/** Tells readings over HTTP, as the device would. */
export function tell(person: Person, one: TestDevice, values: Record<string, unknown>, at?: Date | number | string) {
  const time = at instanceof Date ? at.toISOString() : at
  return person.post(
    `/api/public/devices/${one.id}/readings`,
    { ...(time !== undefined && { at: time }), values },
    { headers: { 'x-device-key': one.key } },
  )
}

export interface AlarmSeen {
  readonly id: string
  readonly kind: string
  readonly component: string
  readonly times: number
  readonly value: number | null
  readonly worst: number | null
  readonly clearedAt: string | null
  readonly caseId: string | null
  readonly storm: boolean
}

export async function alarms(person: Person, query = ''): Promise<AlarmSeen[]> {
  const answer = await person.get(`/api/alarms?limit=200${query}`)
  expect(answer.status).toBe(200)
  return (answer.body as { items: AlarmSeen[] }).items
}
