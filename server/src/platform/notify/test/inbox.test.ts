import { describe, expect, it } from 'vitest'
import { platformWorld, someone } from '../../../../test/platform.ts'
import { newId } from '../../ids.ts'
import { notify, toAccount, toPost } from '../../notify.ts'
import notifyModule from '../module.ts'
import { forgetOld } from '../sweep.ts'

const world = platformWorld([notifyModule])
const region = '990101'
const say = { zh: '您的事已交给住建局。', en: 'Your matter was handed to the housing department.' }

interface Page {
  readonly items: readonly { id: string; noun: string; nounId: string; say: typeof say; readAt: string | null }[]
  readonly next: string | null
  readonly unread: number
}

async function inbox(who: string, query = ''): Promise<Page> {
  const answer = await world.inject(who, { method: 'GET', url: `/api/inbox${query}` })
  expect(answer.statusCode).toBe(200)
  return answer.json<Page>()
}

async function tell(to: string, key: string): Promise<string> {
  const nounId = newId(region, world.context().now)
  await notify(world.context(), [{ region, to, key, noun: 'case', nounId, say }])
  world.turn(1)
  return nounId
}

const read = (who: string, ids?: readonly string[]) =>
  world.inject(who, {
    method: 'POST',
    url: '/api/inbox/read',
    payload: ids ? { ids } : {},
    headers: { 'idempotency-key': `read-${Math.random()}` },
  })

describe('the inbox', () => {
  it('holds what an account and its posts were told, newest first, and nothing of others', async () => {
    world.be('wang', someone('wang', 'gridWorker'))
    world.be('li', someone('li', 'gridWorker'))
    world.be('zhao', someone('zhao', 'resident'))
    const own = await tell(toAccount('wang'), 'a')
    const post = await tell(toPost('gridWorker:org:990101'), 'b')
    await tell(toAccount('zhao'), 'c')
    expect((await inbox('wang')).items.map((item) => item.nounId)).toEqual([post, own])
    expect((await inbox('li')).items.map((item) => item.nounId)).toEqual([post])
    expect((await inbox('zhao')).items).toHaveLength(1)
    expect((await inbox('wang')).items[0]?.say).toEqual(say)
    expect((await world.inject(null, { method: 'GET', url: '/api/inbox' })).statusCode).toBe(401)
  })

  it('is told the same thing once', async () => {
    world.be('once', someone('once', 'resident'))
    await tell(toAccount('once'), 'case.dispatch:1:2')
    await tell(toAccount('once'), 'case.dispatch:1:2')
    expect((await inbox('once')).items).toHaveLength(1)
  })

  it('is paged without losing or repeating a message while new ones come in', async () => {
    world.be('many', someone('many', 'resident'))
    const sent = []
    for (let n = 0; n < 25; n++) sent.push(await tell(toAccount('many'), `n${n}`))
    const seen: string[] = []
    for (let next: string | null = ''; next !== null; ) {
      const page: Page = await inbox('many', `?limit=10${next && `&after=${next}`}`)
      seen.push(...page.items.map((item) => item.nounId))
      next = page.next
      await tell(toAccount('many'), `later${seen.length}`)
    }
    expect(seen).toEqual(sent.reverse())
  })

  it('marks as read what is one’s own, and nothing else', async () => {
    world.be('reader', someone('reader', 'resident'))
    world.be('stranger', someone('stranger', 'resident'))
    await tell(toAccount('reader'), 'one')
    await tell(toAccount('reader'), 'two')
    const [newest] = (await inbox('reader')).items
    expect(newest).toBeDefined()
    expect((await read('stranger', [newest?.id ?? ''])).json()).toEqual({ read: 0 })
    expect((await read('reader', [newest?.id ?? ''])).json()).toEqual({ read: 1 })
    expect((await inbox('reader')).unread).toBe(1)
    expect((await read('reader')).json()).toEqual({ read: 1 })
    const after = await inbox('reader')
    expect([after.unread, after.items.every((item) => item.readAt !== null)]).toEqual([0, true])
  })

  it('refuses a page that is too large and a cursor that is none', async () => {
    for (const query of ['?limit=0', '?limit=201', '?after=yesterday', '?unknown=1']) {
      expect((await world.inject('wang', { method: 'GET', url: `/api/inbox${query}` })).statusCode).toBe(422)
    }
  })

  it('forgets messages after 180 days', async () => {
    world.be('old', someone('old', 'resident'))
    await tell(toAccount('old'), 'long ago')
    world.turn(181 * 24 * 3_600_000)
    await tell(toAccount('old'), 'now')
    await forgetOld(world.context())
    expect((await inbox('old')).items).toHaveLength(1)
  })
})
