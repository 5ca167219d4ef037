import { type ClientRequest, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { platformWorld, someone } from '../../../../test/platform.ts'
import { newId } from '../../ids.ts'
import { notify, toAccount, toPost } from '../../notify.ts'
import notifyModule from '../module.ts'

const world = platformWorld([notifyModule])
const open: ClientRequest[] = []
let port = 0

beforeAll(async () => {
  await world.http.listen({ port: 0, host: '127.0.0.1' })
  port = (world.http.server.address() as AddressInfo).port
})
afterEach(async () => {
  for (const request of open.splice(0)) request.destroy()
  await eventually(() => world.city.live.size === 0)
})

async function eventually(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !holds(); tries++) await new Promise((done) => setTimeout(done, 10))
  expect(holds()).toBe(true)
}

interface Page {
  readonly answer: IncomingMessage
  text: string
  ended: boolean
}

async function listen(who: string): Promise<Page> {
  const answer = await new Promise<IncomingMessage>((done, fail) => {
    open.push(get({ port, path: '/api/events', headers: { cookie: `linli_session=${who}` } }, done).on('error', fail))
  })
  const page: Page = { answer, text: '', ended: false }
  answer.on('data', (chunk: Buffer) => {
    page.text += chunk.toString()
  })
  answer.on('end', () => {
    page.ended = true
  })
  answer.on('error', () => undefined)
  await eventually(() => page.text !== '' || page.ended)
  return page
}

const changes = (page: Page): unknown[] =>
  [...page.text.matchAll(/event: changed\ndata: (.*)\n\n/g)].map((match) => JSON.parse(match[1] ?? ''))

it('tells open pages of an account and a post what changed, and pages of others nothing', async () => {
  world.be('wang', someone('wang', 'gridWorker'))
  world.be('zhao', someone('zhao', 'resident'))
  const [wang, zhao] = [await listen('wang'), await listen('zhao')]
  expect(wang.answer.headers['content-type']).toBe('text/event-stream')
  world.city.live.changed([toPost('gridWorker:org:990101'), toAccount('wang')], { noun: 'case', id: 'one' })
  const nounId = newId('990101', world.context().now)
  await notify(world.context(), [
    { region: '990101', to: toAccount('zhao'), key: 'k', noun: 'case', nounId, say: { zh: '已办结', en: 'Closed' } },
  ])
  await eventually(() => changes(wang).length === 1 && changes(zhao).length === 1)
  expect(changes(wang)).toEqual([{ noun: 'case', id: 'one' }])
  expect(changes(zhao)).toEqual([{ noun: 'case', id: nounId }])
})

it('needs a session', async () => {
  const answer = await world.inject(null, { method: 'GET', url: '/api/events' })
  expect(answer.statusCode).toBe(401)
})

it('closes when the session ends, and forgets pages that went away', async () => {
  world.be('wang', someone('wang', 'gridWorker'))
  world.be('li', someone('li', 'gridWorker'))
  const [wang, li] = [await listen('wang'), await listen('li')]
  world.city.live.endSession('session-wang')
  await eventually(() => wang.ended)
  expect([li.ended, world.city.live.size]).toEqual([false, 1])
  li.answer.destroy()
  await eventually(() => world.city.live.size === 0)
})

it('lets a session have three pages; the oldest gives way', async () => {
  world.be('tabs', someone('tabs', 'resident'))
  const pages = [await listen('tabs'), await listen('tabs'), await listen('tabs'), await listen('tabs')]
  await eventually(() => pages[0]?.ended === true)
  expect(pages[0]?.text).toContain('event: replaced')
  expect(pages.slice(1).map((page) => page.ended)).toEqual([false, false, false])
})
