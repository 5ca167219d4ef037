import { expect } from 'vitest'
import type { Actor } from '#platform/context'
import { authenticate } from '#modules/accounts'
import { demoPassword } from '../../../demo/accounts.ts'
import type { Person, World } from '../../../../test/world.ts'

/** Signs in without keeping the session anywhere else; gives the cookie's value. */
export async function freshToken(world: World, account: string, password = demoPassword): Promise<string> {
  const answer = await world.app.http.inject({ method: 'POST', url: '/api/session', payload: { account, password } })
  expect(answer.statusCode).toBe(201)
  return answer.cookies.find((one) => one.name === 'linli_session')?.value ?? ''
}

/** Asks something with a session token. */
export async function asks(
  world: World,
  token: string,
  method: 'GET' | 'POST' | 'DELETE' | 'PATCH',
  url: string,
  payload?: Record<string, unknown>,
) {
  const headers = { cookie: `linli_session=${token}`, ...(method !== 'GET' && { 'idempotency-key': `${Math.random()}` }) }
  const answer = await world.app.http.inject({ method, url, headers, ...(payload && { payload }) })
  return { status: answer.statusCode, body: answer.json() }
}

/** The actor behind a token. */
export const actorOf = (world: World, token: string): Promise<Actor | null> =>
  authenticate(world.db, { session: token, apiKey: null }, world.now())

/** The id of an account of the demonstration. */
export async function idOf(world: World, signIn: string): Promise<string> {
  const [row] = await world.db.query<{ id: string }>({ text: 'select id from accounts.account where sign_in = $1', values: [signIn] })
  return row?.id ?? ''
}

/** Makes a staff account as the security administrator does, and lets the person choose a password. */
export async function newStaff(world: World, security: Person, signIn: string, area: string): Promise<{ id: string; token: string }> {
  const made = await security.post('/api/accounts', { signIn, name: '演示新人', area })
  expect(made.status).toBe(201)
  const { account, link } = made.body as { account: { id: string }; link: string }
  const chosen = await world.visitor.post(`/api/public/invitations/${link.split('/').at(-1)}/password`, { password: demoPassword })
  expect(chosen.status).toBe(200)
  return { id: account.id, token: await freshToken(world, signIn) }
}
