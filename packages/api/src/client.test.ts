import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { address, Attempts, makeApi, Problem } from './index.ts'

let server: Server
let base = ''
let seen: { method: string; key: string | undefined; lang: string | undefined }[] = []
let answer: (request: IncomingMessage, response: ServerResponse, nth: number) => void

beforeEach(async () => {
  seen = []
  server = createServer((request, response) => {
    seen.push({
      method: request.method ?? '',
      key: request.headers['idempotency-key'] as string | undefined,
      lang: request.headers['accept-language'],
    })
    answer(request, response, seen.length)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' }).end(JSON.stringify(body))
}
const api = makeApi({ lang: () => 'zh', waits: [5, 5] })

describe('a write', () => {
  it('is sent again with the same key when the connection breaks', async () => {
    answer = (request, response, nth) => (nth < 3 ? void request.destroy() : json(response, 201, { id: '1' }))
    expect(await api.post(`${base}/api/cases`, { text: 'x' })).toEqual({ id: '1' })
    expect(seen).toHaveLength(3)
    expect(new Set(seen.map((one) => one.key)).size).toBe(1)
    expect(seen[0]).toMatchObject({ method: 'POST', lang: 'zh', key: expect.stringMatching(/^[0-9a-f]{32}$/) })
  })

  it('is not sent again after a refusal, and the refusal keeps its code and fields', async () => {
    const body = { code: 'cases.bad', detail: '原因', errors: [{ path: '/body/text', code: 'too_big', detail: '太长' }], requestId: 'r1' }
    answer = (_request, response) => json(response, 422, body)
    const error = await api.post(`${base}/api/cases`, {}).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(Problem)
    expect(error).toMatchObject({ status: 422, code: 'cases.bad', detail: '原因', requestId: 'r1', errors: body.errors })
    expect(seen).toHaveLength(1)
  })

  it('keeps its key over presses of the button until it is answered, and takes another for another content', async () => {
    const attempts = new Attempts()
    answer = (request, response, nth) => (nth <= 3 ? void request.destroy() : json(response, 200, {}))
    const failed = await api.post(`${base}/x`, { a: 1 }, { attempts }).catch((caught: unknown) => caught)
    expect(failed).toMatchObject({ status: 0, code: 'network.silent' })
    await api.post(`${base}/x`, { a: 1 }, { attempts })
    await api.post(`${base}/x`, { a: 1 }, { attempts })
    await api.post(`${base}/x`, { a: 2 }, { attempts })
    const keys = seen.map((one) => one.key)
    expect(new Set(keys.slice(0, 4)).size).toBe(1)
    expect(new Set(keys.slice(3)).size).toBe(3)
  })
})

describe('a read', () => {
  it('carries no key and is not repeated', async () => {
    answer = (request) => void request.destroy()
    await expect(api.get(`${base}/api/me`)).rejects.toMatchObject({ status: 0 })
    expect(seen).toMatchObject([{ method: 'GET', key: undefined }])
  })

  it('tells that the session has ended', async () => {
    let ended = 0
    answer = (_request, response) => json(response, 401, { code: 'session.missing' })
    const watched = makeApi({ lang: () => 'en', onSignedOut: () => (ended += 1) })
    await expect(watched.get(`${base}/api/me`)).rejects.toMatchObject({ status: 401 })
    expect(ended).toBe(1)
  })
})

it('leaves empty parts out of an address', () => {
  expect(address('/api/cases', { state: 'open', q: '', after: null, limit: 50 })).toBe('/api/cases?state=open&limit=50')
  expect(address('/api/cases')).toBe('/api/cases')
})
