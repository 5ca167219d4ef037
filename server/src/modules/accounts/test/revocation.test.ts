import { describe, expect, it } from 'vitest'
import { world } from '../../../../test/world.ts'
import { actorOf, asks, freshToken, idOf, newStaff } from './demo.ts'

const city = world()

const holdingOf = async (account: string): Promise<string> => {
  const security = await city.as('security')
  const found = (await security.get(`/api/accounts/${account}`)).body as { posts: { holding: string }[] }
  return found.posts[0]?.holding ?? ''
}

describe('a session', () => {
  it('is listed with the kind of device and without times of use; its person ends another one', async () => {
    const [here, there] = [await freshToken(city, 'housing'), await freshToken(city, 'housing')]
    const list = (await asks(city, here, 'GET', '/api/my/sessions')).body.items as { id: string; here: boolean }[]
    expect(list.filter((one) => one.here)).toHaveLength(1)
    expect(Object.keys(list[0] ?? {}).sort()).toEqual(['device', 'endsAt', 'here', 'id', 'signedInAt'])
    const other = (await asks(city, there, 'GET', '/api/my/sessions')).body.items.find((one: { here: boolean }) => one.here)
    expect((await asks(city, here, 'DELETE', `/api/my/sessions/${other.id}`)).status).toBe(200)
    expect((await asks(city, there, 'GET', '/api/me')).status).toBe(401)
    expect((await asks(city, here, 'GET', '/api/me')).status).toBe(200)
  })

  it('of somebody else does not exist for me', async () => {
    const [mine, theirs] = [await freshToken(city, 'water'), await freshToken(city, 'heating')]
    const { items } = (await asks(city, theirs, 'GET', '/api/my/sessions')).body
    expect(await asks(city, mine, 'DELETE', `/api/my/sessions/${items[0].id}`)).toMatchObject({
      status: 404,
      body: { code: 'session.unknown' },
    })
    expect((await asks(city, theirs, 'GET', '/api/me')).status).toBe(200)
  })

  it('is ended by the security administrator, at once although it was used a moment ago', async () => {
    const token = await freshToken(city, 'urban')
    expect((await asks(city, token, 'GET', '/api/me')).status).toBe(200)
    const security = await city.as('security')
    const { items } = (await security.get(`/api/accounts/${await idOf(city, 'urban')}/sessions`)).body as { items: { id: string }[] }
    expect((await security.send('DELETE', `/api/sessions/${items[0]?.id}`)).status).toBe(200)
    expect((await asks(city, token, 'GET', '/api/me')).status).toBe(401)
  })
})

describe('a post', () => {
  it('that is taken away ends rights and sessions at once', async () => {
    const security = await city.as('security')
    const { id, token } = await newStaff(city, security, 'taken.away', '990901')
    expect((await security.post('/api/posts/supervisor:990901-government:990901/holders', { account: id })).status).toBe(201)
    expect((await actorOf(city, token))?.posts.map((post) => post.role)).toEqual(['supervisor'])
    expect((await asks(city, token, 'GET', '/api/units')).status).toBe(200)
    expect((await security.send('DELETE', `/api/holdings/${await holdingOf(id)}`)).status).toBe(200)
    expect((await asks(city, token, 'GET', '/api/units')).status).toBe(401)
    const again = await freshToken(city, 'taken.away')
    expect((await asks(city, again, 'GET', '/api/me')).body.posts).toEqual([])
  })

  it('that is abolished takes its rights from everybody who holds it, at once', async () => {
    const [security, system] = [await city.as('security'), await city.as('system')]
    const { id, token } = await newStaff(city, security, 'abolished', '990901')
    await system.post('/api/posts', { role: 'supervisor', org: '990901-urban', area: '990901' })
    const post = 'supervisor:990901-urban:990901'
    await security.post(`/api/posts/${post}/holders`, { account: id })
    expect((await asks(city, token, 'GET', '/api/units')).status).toBe(200)
    expect((await system.send('DELETE', `/api/posts/${post}`)).status).toBe(200)
    expect((await asks(city, token, 'GET', '/api/units')).status).toBe(403)
  })

  it('is given to a person once, also by two requests at once', async () => {
    const security = await city.as('security')
    const { id } = await newStaff(city, security, 'given.once', '990901')
    const post = '/api/posts/supervisor:990901-government:990901/holders'
    const answers = await Promise.all([1, 2, 3].map(() => security.post(post, { account: id })))
    expect(answers.map((one) => one.status).sort()).toEqual([201, 409, 409])
  })
})

describe('an account', () => {
  it('that is locked is out at once, cannot come back, and comes back when it is unlocked', async () => {
    const security = await city.as('security')
    const { id, token } = await newStaff(city, security, 'locked.out', '990901')
    expect((await security.post(`/api/accounts/${id}/lock`)).body).toMatchObject({ locked: true })
    expect(await actorOf(city, token)).toBeNull()
    const answer = await city.app.http.inject({
      method: 'POST',
      url: '/api/session',
      payload: { account: 'locked.out', password: 'linli-demo-2026' },
    })
    expect(answer.json()).toMatchObject({ status: 403, code: 'session.accountLocked' })
    await security.post(`/api/accounts/${id}/unlock`)
    expect(await actorOf(city, await freshToken(city, 'locked.out'))).not.toBeNull()
  })

  it('changes its password: other devices are out, this one stays, the old password is useless', async () => {
    const security = await city.as('security')
    const { token } = await newStaff(city, security, 'new.password', '990901')
    const other = await freshToken(city, 'new.password')
    const wrong = await asks(city, token, 'POST', '/api/my/password', { current: 'nope', next: 'a-Better-one-1' })
    expect(wrong).toMatchObject({ status: 422, body: { code: 'accounts.wrongPassword' } })
    const weak = await asks(city, token, 'POST', '/api/my/password', { current: 'linli-demo-2026', next: 'short' })
    expect(weak).toMatchObject({ status: 422, body: { code: 'accounts.weak' } })
    expect((await asks(city, token, 'POST', '/api/my/password', { current: 'linli-demo-2026', next: 'a-Better-one-1' })).status).toBe(200)
    expect(await actorOf(city, other)).toBeNull()
    expect(await actorOf(city, token)).not.toBeNull()
    expect(await actorOf(city, await freshToken(city, 'new.password', 'a-Better-one-1'))).not.toBeNull()
  })
})

describe('a session, as time goes by', () => {
  it('times out when it is not used for an hour, and not while it is', async () => {
    const [idle, busy] = [await freshToken(city, 'housing'), await freshToken(city, 'housing')]
    for (let n = 0; n < 3; n += 1) {
      city.turn(50 * 60_000)
      expect(await actorOf(city, busy)).not.toBeNull()
    }
    expect(await actorOf(city, idle)).toBeNull()
    city.turn(12 * 3_600_000)
    expect(await actorOf(city, busy)).toBeNull()
  })
})
