import { describe, expect, it } from 'vitest'
import { revealField } from '#platform/vault'
import { world } from '../../../../test/world.ts'
import { actorOf, asks, freshToken, idOf } from './demo.ts'

const city = world()

async function subjectOf(account: string): Promise<string> {
  const [row] = await city.db.query<{ subject_id: string }>({
    text: 'select subject_id from accounts.account where sign_in = $1',
    values: [account],
  })
  return row?.subject_id ?? ''
}

describe('谁看过我', () => {
  it('shows unit, role, purpose and time to the person, and the looker’s name masked', async () => {
    const actor = await actorOf(city, await freshToken(city, 'housing'))
    const ctx = { ...city.context(), actor: actor ?? city.context().actor }
    expect(await revealField(ctx, await subjectOf('resident'), 'name', 'handle', actor?.posts[0]?.id ?? null)).toBe('演示居民甲')
    const { items, next } = (await (await city.as('resident')).get('/api/my/looks')).body as {
      items: Record<string, unknown>[]
      next: null
    }
    expect(next).toBeNull()
    expect(items).toMatchObject([
      {
        field: 'name',
        fieldSay: { zh: '姓名' },
        purpose: 'handle',
        purposeSay: { zh: '办理诉求' },
        role: { zh: '部门承办人' },
        at: city.now().toISOString(),
      },
    ])
    expect(items[0]?.['unit']).toContain('住房和城乡建设局')
    expect(items[0]?.['name']).toBe('演******')
  })

  it('is seen by nobody else', async () => {
    expect((await (await city.as('resident2')).get('/api/my/looks')).body).toEqual({ items: [], next: null })
    expect((await city.visitor.get('/api/my/looks')).status).toBe(401)
  })
})

describe('a resident who leaves', () => {
  it('is erased: signed out, not to be found, unreadable; the phone may begin anew', async () => {
    const token = await freshToken(city, 'resident2')
    const subject = await subjectOf('resident2')
    expect((await asks(city, token, 'DELETE', '/api/my/account')).status).toBe(200)
    expect((await asks(city, token, 'GET', '/api/me')).status).toBe(401)
    const gone = await city.app.http.inject({
      method: 'POST',
      url: '/api/session',
      payload: { account: 'resident2', password: 'linli-demo-2026' },
    })
    expect(gone.json().code).toBe('session.wrong')
    const left = await city.db.query({
      text: 'select wrapped, erased_at is not null as erased from vault.subject where id = $1',
      values: [subject],
    })
    expect(left).toEqual([{ wrapped: null, erased: true }])
    expect(await city.db.query({ text: 'select 1 from vault.field where subject_id = $1', values: [subject] })).toEqual([])
  })

  it('is not a member of staff', async () => {
    const staff = await city.as('hotline')
    expect(await staff.send('DELETE', '/api/my/account')).toMatchObject({ status: 403, body: { code: 'accounts.staffErasure' } })
    expect(await idOf(city, 'hotline')).not.toBe('')
  })
})

describe('a partner’s key', () => {
  it('acts as a partner without posts, is shown once, and ends at once', async () => {
    const security = await city.as('security')
    const made = (await security.post('/api/api-keys', { name: '12345 热线', area: '9909' })).body as { id: string; key: string }
    const ask = () => city.app.http.inject({ method: 'GET', url: '/api/units', headers: { 'x-api-key': made.key } })
    expect((await ask()).statusCode).toBe(403)
    const list = (await security.get('/api/api-keys')).body as { items: { id: string }[] }
    expect(list.items.some((one) => one.id === made.id)).toBe(true)
    expect(JSON.stringify(list)).not.toContain(made.key)
    expect((await security.send('DELETE', `/api/api-keys/${made.id}`)).status).toBe(200)
    expect((await ask()).statusCode).toBe(401)
    expect((await security.send('DELETE', `/api/api-keys/${made.id}`)).status).toBe(404)
  })

  it('has no account of its own', async () => {
    const security = await city.as('security')
    const made = (await security.post('/api/api-keys', { name: '伙伴', area: '9909' })).body as { key: string }
    const answer = await city.app.http.inject({ method: 'GET', url: '/api/me', headers: { 'x-api-key': made.key } })
    expect(answer.statusCode).toBe(401)
  })
})
