import { grid, spotIn } from '../../src/modules/cases/test/spot.ts'
import type { Person, World } from '../world.ts'
import type { Operation, Plan } from './request.ts'
import type { Pool } from './pool.ts'

/** Who asks, by role; the last is of another county. */
const accounts: Readonly<Record<string, readonly string[]>> = {
  resident: ['resident', 'resident2'],
  gridWorker: ['gridworker'],
  gridLeader: ['gridleader'],
  communityDesk: ['community'],
  hotlineClerk: ['hotline'],
  dispatcher: ['dispatcher', 'citydesk', 'dispatcher2'],
  departmentHandler: ['housing', 'water', 'housing2'],
  departmentLead: ['housinglead'],
  adjudicator: ['adjudicator'],
  supervisor: ['supervisor'],
  callbackAgent: ['callback'],
  systemAdmin: ['system'],
  securityAdmin: ['security'],
  auditAdmin: ['audit'],
  peopleKeeper: ['people'],
  statutoryKeeper: ['statutory'],
}
const everybody = Object.values(accounts).flat()

/** The account that a plan is asked by: mostly one whom the route names; null is nobody. */
export function askerOf({ operation, actor }: Plan): string | null {
  const access = operation.described['x-linli-access']
  if (actor % 19 === 0) return null
  if (access === 'public') return actor % 3 === 0 ? (everybody[actor % everybody.length] ?? null) : null
  const named = access === 'signedIn' ? everybody : access.flatMap((role) => accounts[role] ?? [])
  const some = actor % 13 === 0 ? everybody : named
  return some[actor % some.length] ?? null
}

/** Signs in anew whoever was signed out by what was asked before. */
export async function personFor(w: World, account: string | null, again = false): Promise<Person> {
  if (account === null) return w.visitor
  if (again) await w.db.query({ text: 'delete from accounts.failure', values: [] })
  return w.as(account, again)
}

/** Matters in several states, and every list once, so that there is something to speak of. */
export async function furnish(w: World, pool: Pool, operations: readonly Operation[]): Promise<void> {
  const spot = await spotIn(w, grid)
  pool.add('lon', spot.lon)
  pool.add('lat', spot.lat)
  const spared = await w.db.query<{ id: string }>({
    text: 'select id::text from accounts.account union all select id from orgs.held_post',
    values: [],
  })
  pool.spare(spared.map((row) => row.id))
  const [resident, desk, dispatcher] = [await w.as('resident'), await w.as('hotline'), await w.as('dispatcher')]
  for (let n = 0; n < 8; n++) {
    const body = { text: `第${n}件：路灯不亮了，请联系 1380000000${n}`, category: '20003', place: spot }
    const made = await (n % 2 === 0
      ? resident.post('/api/public/cases', body)
      : desk.post('/api/cases', { ...body, channel: 'phone', reporter: { phone: `1380000000${n}` } }))
    pool.learn(made.body, 'cases')
    const { id } = made.body as { id: string }
    if (n % 2 === 0) await desk.post(`/api/cases/${id}/register`, { category: '20003', severity: 'large' })
    if (n < 5) {
      const sent = await dispatcher.post(`/api/cases/${id}/dispatch`, { lead: '990901-housing', because: 'placeDiffers' })
      if (n % 2 === 0 && sent.status !== 200) throw new Error(`the fuzz could not dispatch: ${JSON.stringify(sent.body)}`)
    }
    pool.learn((await dispatcher.get(`/api/cases/${id}`)).body, 'cases')
  }
  for (const { method, path, described } of operations) {
    if (method !== 'GET' || path.includes('{') || path === '/api/events' || path.endsWith('export')) continue
    const access = described['x-linli-access']
    const role = access === 'public' ? null : access === 'signedIn' ? 'resident' : access[0]
    const one = await personFor(w, role === null ? null : (accounts[role ?? '']?.[0] ?? null))
    pool.learn((await one.get(path)).body, path.split('/').at(-1) ?? '')
  }
}
