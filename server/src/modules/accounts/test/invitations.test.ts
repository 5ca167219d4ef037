import { beforeAll, describe, expect, it } from 'vitest'
import { inviteFirstAdministrator } from '#modules/accounts'
import { world } from '../../../../test/world.ts'
import { actorOf, asks, freshToken, idOf } from './demo.ts'

const city = world()
const tokenOf = (link: string | null): string => link?.split('/').at(-1) ?? ''
const good = 'Chosen-by-me-1'

describe('a link to choose a password', () => {
  it('works once, and also when two use it at once', async () => {
    const security = await city.as('security')
    const made = (await security.post('/api/accounts', { signIn: 'li.lei', name: '李雷', area: '990901' })).body as { link: string }
    const path = `/api/public/invitations/${tokenOf(made.link)}`
    expect((await city.visitor.get(path)).body).toMatchObject({ kind: 'account', signIn: 'li.lei' })
    expect(await city.visitor.post(`${path}/password`, { password: 'weak' })).toMatchObject({
      status: 422,
      body: { code: 'accounts.weak' },
    })
    const answers = await Promise.all([1, 2].map(() => city.visitor.post(`${path}/password`, { password: good })))
    expect(answers.map((one) => one.status).sort()).toEqual([200, 404])
    expect((await city.visitor.get(path)).body).toMatchObject({ code: 'invitation.useless' })
    expect(await actorOf(city, await freshToken(city, 'li.lei', good))).toMatchObject({ kind: 'staff', posts: [] })
  })

  it('is useless after a newer one was made, and after seven days', async () => {
    const security = await city.as('security')
    const first = (await security.post('/api/accounts', { signIn: 'han.mei', name: '韩梅', area: '990901' })).body as {
      link: string
      account: { id: string }
    }
    const second = (await security.post(`/api/accounts/${first.account.id}/reset`)).body as { link: string }
    expect((await city.visitor.get(`/api/public/invitations/${tokenOf(first.link)}`)).status).toBe(404)
    expect((await city.visitor.get(`/api/public/invitations/${tokenOf(second.link)}`)).status).toBe(200)
    city.turn(7 * 86_400_000 + 1000)
    expect((await city.visitor.post(`/api/public/invitations/${tokenOf(second.link)}/password`, { password: good })).status).toBe(404)
  })

  it('is told once: the same request again gives the account and no link', async () => {
    const security = await city.app.http.inject({
      method: 'POST',
      url: '/api/session',
      payload: { account: 'security', password: 'linli-demo-2026' },
    })
    const cookie = `linli_session=${security.cookies[0]?.value}`
    const ask = () =>
      city.app.http.inject({
        method: 'POST',
        url: '/api/accounts',
        headers: { cookie, 'idempotency-key': 'same-key' },
        payload: { signIn: 'only.once', name: '只一次', area: '990901' },
      })
    const [first, again] = [await ask(), await ask()]
    expect([first.statusCode, again.statusCode]).toEqual([201, 201])
    expect(again.json().account.id).toBe(first.json().account.id)
    expect(first.json().link).toMatch(/^http.*\/desk\/invitation\/[\w-]{43}$/)
    expect(again.json().link).toBeNull()
  })

  it('does not exist by guessing', async () => {
    expect((await city.visitor.get(`/api/public/invitations/${'A'.repeat(43)}`)).status).toBe(404)
    expect((await city.visitor.get('/api/public/invitations/short')).status).toBe(422)
  })
})

describe('a new city', () => {
  beforeAll(async () => {
    await city.db.query({ text: `truncate accounts.account, orgs.holding cascade`, values: [] })
    await city.db.query({ text: `delete from platform.setting where key = 'demonstration'`, values: [] })
  })

  it('is founded once by its link, by a security administrator who makes the other two', async () => {
    const older = await inviteFirstAdministrator(city.context())
    const link = await inviteFirstAdministrator(city.context())
    expect(link).toMatch(/^http.*\/desk\/invitation\/[\w-]{43}$/)
    expect((await city.visitor.get(`/api/public/invitations/${tokenOf(older)}`)).status).toBe(404)
    const found = { signIn: 'first', name: '王首', password: good, area: '9908', cityName: '新城市' }
    const path = `/api/public/invitations/${tokenOf(link)}/city`
    const answers = await Promise.all([1, 2].map(() => city.visitor.post(path, found)))
    expect(answers.map((one) => one.status).sort()).toEqual([200, 404])
    expect(await inviteFirstAdministrator(city.context())).toBeNull()
    const token = await freshToken(city, 'first', good)
    expect((await asks(city, token, 'GET', '/api/me')).body).toMatchObject({ secondFactor: 'needed', posts: [] })
    const posts = await city.db.query<{ id: string }>({
      text: `select id from orgs.held_post where account = $1`,
      values: [await idOf(city, 'first')],
    })
    expect(posts).toEqual([{ id: 'securityAdmin:gov-9908:9908' }])
  })

  it('changes nothing when the founding is refused', async () => {
    await city.db.query({ text: 'truncate accounts.account, orgs.holding cascade', values: [] })
    const link = await inviteFirstAdministrator(city.context())
    const found = { signIn: 'second', name: '王次', password: 'weak', area: '9907', cityName: '又一城' }
    expect((await city.visitor.post(`/api/public/invitations/${tokenOf(link)}/city`, found)).status).toBe(422)
    expect(await city.db.query({ text: `select 1 from orgs.unit where area = '9907'`, values: [] })).toEqual([])
    expect((await city.visitor.get(`/api/public/invitations/${tokenOf(link)}`)).status).toBe(200)
  })
})
