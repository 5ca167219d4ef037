import { describe, expect, it } from 'vitest'
import { demoPassword } from '../../../demo/accounts.ts'
import { world } from '../../../../test/world.ts'
import { asks, freshToken } from './demo.ts'

const city = world()

const signIn = (payload: Record<string, unknown>) => city.app.http.inject({ method: 'POST', url: '/api/session', payload })

/** The code in the newest message of the delivery log, as the demonstration's administrator reads it. */
async function sentCode(): Promise<string> {
  const log = (await (await city.as('system')).get('/api/deliveries?limit=1')).body as { items: { text: string; reason: string }[] }
  expect(log.items[0]?.reason).toBe('signInCode')
  return /\d{6}/.exec(log.items[0]?.text ?? '')?.[0] ?? ''
}

describe('by account and password', () => {
  it('answers who it is, in posts with names, and sets a cookie that no script reads', async () => {
    const answer = await signIn({ account: ' Dispatcher ', password: demoPassword })
    expect(answer.statusCode).toBe(201)
    const cookie = answer.cookies.find((one) => one.name === 'linli_session')
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    const me = answer.json()
    expect(me).toMatchObject({
      account: { name: '演示调度员', kind: 'staff', signIn: 'dispatcher' },
      posts: [{ role: 'dispatcher', roleSay: { zh: '派单员', en: 'Dispatcher' }, area: { code: '990901' } }],
      counts: { waiting: 0, soon: 0, late: 0, more: false },
      secondFactor: 'off',
      demonstration: true,
    })
    expect(me.posts[0].org.name).toContain('指挥中心')
    expect(me.posts[0].area.name).not.toBe('990901')
    const again = await asks(city, cookie?.value ?? '', 'GET', '/api/me')
    expect(again).toEqual({ status: 200, body: me })
  })

  it('keeps neither password nor token in the database', async () => {
    const token = await freshToken(city, 'supervisor')
    const [dump] = await city.db.query<{ all: string }>({
      text: `select (select string_agg(a::text, '') from accounts.account a) || (select string_agg(s::text, '') from accounts.session s) as all`,
      values: [],
    })
    expect(dump?.all).not.toContain(token)
    expect(dump?.all).not.toContain(demoPassword)
    expect(dump?.all).not.toContain(Buffer.from(token).toString('hex'))
    expect(dump?.all).toContain('$argon2id$')
  })

  it('ends with signing out, at once', async () => {
    const token = await freshToken(city, 'hotline')
    expect((await asks(city, token, 'DELETE', '/api/session')).status).toBe(200)
    expect((await asks(city, token, 'GET', '/api/me')).status).toBe(401)
  })

  it('is refused in the same words for a wrong password and for no such account', async () => {
    const wrong = await signIn({ account: 'callback', password: 'wrong-password' })
    const nobody = await signIn({ account: 'nobody.at.all', password: 'wrong-password' })
    for (const answer of [wrong, nobody]) {
      expect(answer.statusCode).toBe(401)
      expect(answer.json().code).toBe('session.wrong')
      expect(answer.cookies).toEqual([])
    }
  })

  it('refuses what is no sign-in at all', async () => {
    for (const payload of [
      {},
      { account: 'dispatcher' },
      { account: 'dispatcher', password: 'x', role: 'systemAdmin' },
      { phone: '13812345678', code: 'abcdef' },
    ]) {
      expect((await signIn(payload)).statusCode).toBe(422)
    }
  })
})

describe('a resident, by phone and code', () => {
  it('gets a code by text message, signs in with it once, and comes back to the same account', async () => {
    expect((await city.visitor.post('/api/public/sign-in-codes', { phone: '138 1111 2222' })).status).toBe(200)
    const code = await sentCode()
    const first = await signIn({ phone: '13811112222', code })
    expect(first.statusCode).toBe(201)
    expect(first.json()).toMatchObject({ account: { kind: 'resident', signIn: null }, posts: [], secondFactor: 'off' })
    expect((await signIn({ phone: '13811112222', code })).json().code).toBe('session.wrongCode')
    city.turn(61_000)
    await city.visitor.post('/api/public/sign-in-codes', { phone: '+8613811112222' })
    const second = await signIn({ phone: '13811112222', code: await sentCode() })
    expect(second.json().account.id).toBe(first.json().account.id)
  })

  it('gets one code a minute; an older one is useless, and it lives five minutes', async () => {
    await city.visitor.post('/api/public/sign-in-codes', { phone: '13811113333' })
    const early = await sentCode()
    const soon = await city.visitor.post('/api/public/sign-in-codes', { phone: '13811113333' })
    expect(soon).toMatchObject({ status: 429, body: { code: 'session.codeTooSoon' } })
    city.turn(61_000)
    await city.visitor.post('/api/public/sign-in-codes', { phone: '13811113333' })
    const late = await sentCode()
    if (early !== late) expect((await signIn({ phone: '13811113333', code: early })).statusCode).toBe(401)
    city.turn(5 * 60_000)
    expect((await signIn({ phone: '13811113333', code: late })).json().code).toBe('session.wrongCode')
  })

  it('tries a code five times, not more', async () => {
    await city.visitor.post('/api/public/sign-in-codes', { phone: '13811114444' })
    const code = await sentCode()
    const wrong = code === '000000' ? '000001' : '000000'
    for (let n = 0; n < 5; n += 1) expect((await signIn({ phone: '13811114444', code: wrong })).statusCode).toBe(401)
    expect((await signIn({ phone: '13811114444', code })).statusCode).toBe(429)
  })

  it('is refused for what is no mobile number', async () => {
    for (const phone of ['12345', '0418-8212345', '10000000001']) {
      expect(await city.visitor.post('/api/public/sign-in-codes', { phone })).toMatchObject({
        status: 422,
        body: { code: 'session.phone' },
      })
    }
  })
})
