import { type AddressInfo, connect } from 'node:net'
import { beforeAll, describe, expect, it } from 'vitest'
import { grid, spotIn } from '../../src/modules/cases/test/spot.ts'
import { type Reply, world } from '../world.ts'

/* What people, broken programs and attackers send: a clear no with a stable code, nothing changed, nothing leaked. */

const w = world()
const report = '/api/public/cases'
let place: { lon: number; lat: number }
let port = 0

beforeAll(async () => {
  place = await spotIn(w, grid)
  await w.app.http.listen({ port: 0, host: '127.0.0.1' })
  port = (w.app.http.server.address() as AddressInfo).port
})

const codeOf = (reply: Reply): string => `${reply.status} ${String((reply.body as { code?: unknown }).code)}`
const good = () => ({ text: '楼道灯不亮了', category: '20003', place })

async function cases(): Promise<number> {
  const [row] = await w.db.query<{ n: number }>({ text: 'select count(*)::int as n from cases."case"', values: [] })
  return row?.n ?? -1
}

/** Sends bytes as they are and gives what comes back until the server closes. */
function raw(bytes: string | Buffer): Promise<string> {
  return new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    let text = ''
    socket.on('data', (piece: Buffer) => {
      text += piece.toString('latin1')
    })
    socket.on('close', () => done(text))
    socket.on('error', fail)
    socket.setTimeout(20_000, () => socket.destroy())
  })
}

const head = (method: string, path: string, more = ''): string =>
  `${method} ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n${more}\r\n`
const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)

describe('a report', () => {
  it.each<[string, () => unknown, string]>([
    ['wrong types', () => ({ text: 7, category: [], place: 'here' }), '422 request.invalid'],
    ['nothing in it', () => ({}), '422 request.invalid'],
    ['an unknown field', () => ({ ...good(), admin: true }), '422 request.invalid'],
    ['4,001 signs', () => ({ ...good(), text: '啊'.repeat(4001) }), '422 request.invalid'],
    ['a NUL', () => ({ ...good(), text: '灯\u0000不亮' }), '400 request.bad-text'],
    ['half a sign', () => ({ ...good(), text: '灯\ud800不亮' }), '400 request.bad-text'],
    ['a place in the sea', () => ({ ...good(), place: { lon: 0, lat: 0 } }), '422 case.outside-city'],
    ['a place that is not on earth', () => ({ ...good(), place: { lon: 181, lat: 91 } }), '422 request.invalid'],
    ['a class that is none', () => ({ ...good(), category: '99999' }), '422 catalogue.unknown'],
    ['a list for a body', () => [], '422 request.invalid'],
    ['null for a body', () => null, '422 request.invalid'],
    ['32 brackets too many', () => JSON.parse(`${'['.repeat(64)}${']'.repeat(64)}`), '400 request.too-deep'],
  ])('with %s is refused, and nothing is kept', async (_, body, code) => {
    const before = await cases()
    expect(codeOf(await w.visitor.send('POST', report, { body: JSON.stringify(body()) }))).toBe(code)
    expect(await cases()).toBe(before)
  })

  it.each<[string, Buffer, string, string]>([
    ['broken UTF-8', Buffer.from('{"text":"\xff\xfe"}', 'latin1'), 'application/json', '400 request.bad-text'],
    ['broken JSON', Buffer.from('{"text":'), 'application/json', '400 request.malformed'],
    ['a name that poisons', Buffer.from('{"__proto__":{"admin":true}}'), 'application/json', '400 request.malformed'],
    ['XML', Buffer.from('<x/>'), 'text/xml', '400 request.media-type'],
    ['a form', Buffer.from('text=x'), 'application/x-www-form-urlencoded', '400 request.media-type'],
    ['2 MB', Buffer.alloc(2_000_000, 0x20), 'application/json', '413 request.too-large'],
  ])('as %s is refused, and nothing is kept', async (_, body, type, code) => {
    const before = await cases()
    expect(codeOf(await w.visitor.send('POST', report, { body, headers: { 'content-type': type } }))).toBe(code)
    expect(await cases()).toBe(before)
  })

  it('keeps SQL, HTML and other languages of machines as the words that they are', async () => {
    const words = `'; drop table cases."case"; -- <script>alert(1)</script> \${7*7} {{7*7}} %s \\' " =1+1`
    const made = await w.visitor.post(report, { ...good(), text: words, reporter: { name: '<b>"x"</b>' } })
    expect(made.status).toBe(201)
    const { id } = made.body as { id: string }
    const dispatcher = await w.as('dispatcher')
    expect((await dispatcher.get(`/api/cases/${id}`)).body).toMatchObject({ text: words })
    const slip = String((await dispatcher.get(`/api/cases/${id}/slip`)).body)
    expect(slip).toContain('&lt;script&gt;')
    expect(slip).not.toContain('<script')
  })

  it('sent five times at once is one, with five equal answers; the key for another body is refused', async () => {
    const before = await cases()
    const answers = await Promise.all(Array.from({ length: 5 }, () => w.visitor.post(report, good(), { key: 'five' })))
    expect(answers.map((one) => one.status)).toEqual([201, 201, 201, 201, 201])
    expect(new Set(answers.map((one) => JSON.stringify(one.body))).size).toBe(1)
    expect((await cases()) - before).toBe(1)
    expect(codeOf(await w.visitor.post(report, { ...good(), text: '别的事情' }, { key: 'five' }))).toBe('422 idempotency.reused')
  })

  it.each<[string, string | null, string]>([
    ['no key', null, '400 idempotency.missing'],
    ['an empty key', '', '400 idempotency.missing'],
    ['a key too long', 'x'.repeat(129), '400 idempotency.malformed'],
    ['a key with a gap', 'a b', '400 idempotency.malformed'],
    ['a key that is not ASCII', 'é', '400 idempotency.malformed'],
  ])('with %s is refused', async (_, key, code) => {
    expect(codeOf(await w.visitor.post(report, good(), { key }))).toBe(code)
  })
})

describe('a move', () => {
  it('by two at once is made once, and on an older version not at all', async () => {
    const { id } = (await w.visitor.post(report, good())).body as { id: string }
    const [one, other] = [await w.as('dispatcher'), await w.as('hotline')]
    const body = { category: '20003', severity: 'large' }
    const both = await Promise.all([one.post(`/api/cases/${id}/register`, body), other.post(`/api/cases/${id}/register`, body)])
    expect(both.map((answer) => answer.status).toSorted()).toEqual([200, 409])
    expect((await one.post(`/api/cases/${id}/classify`, { ...body, version: 1 })).status).toBe(409)
    expect(await w.db.query({ text: "select 1 from flow.trace where noun_id = $1 and move = 'register'", values: [id] })).toHaveLength(1)
  })

  it('that records a call in 2031, or long before the report, is refused', async () => {
    const { id } = (await w.visitor.post(report, { ...good(), text: '楼里着火了，快来人' })).body as { id: string }
    const desk = await w.as('hotline')
    const call = { service: '119', calledBy: '话务员', whom: '消防', theirNumber: '119-7' }
    for (const calledAt of ['2031-01-01T00:00:00+08:00', '2026-11-01T00:00:00+08:00']) {
      expect(codeOf(await desk.post(`/api/cases/${id}/emergencyHandedOver`, { ...call, calledAt }))).toBe('422 case.call-time')
    }
    expect((await desk.post(`/api/cases/${id}/emergencyHandedOver`, { ...call, calledAt: w.now().toISOString() })).status).toBe(200)
  })
})

describe('over the wire', () => {
  it.each<[string, string, readonly number[]]>([
    ['a verb that nobody knows', head('BREW', '/api/me'), [400]],
    ['TRACE', head('TRACE', '/api/me'), [400, 404, 405]],
    ['OPTIONS', head('OPTIONS', '/api/me', 'origin: https://evil.example\r\naccess-control-request-method: POST\r\n'), [404]],
    ['PUT where there is none', head('PUT', '/api/me', 'content-length: 0\r\n'), [404]],
    ['HEAD of what is guarded', head('HEAD', '/api/cases'), [401]],
    ['HEAD of the stream', head('HEAD', '/api/events'), [401]],
    ['a path that climbs', head('GET', '/../../etc/passwd'), [400, 404]],
    ['a path that climbs in disguise', head('GET', '/desk/%2e%2e/%2e%2e/package.json'), [400, 403, 404]],
    ['a path escaped twice', head('GET', '/api/%2563ases'), [404]],
    ['an escape that is none', head('GET', '/api/cases/%zz'), [400]],
    ['an address of 20 kB', head('GET', `/api/${'a'.repeat(20_000)}`), [400, 414, 431]],
    ['a whole address', head('GET', 'http://evil.example/api/me'), [401, 404]],
    ['two lengths', head('POST', report, 'content-length: 5\r\ncontent-length: 6\r\n') + 'hello!', [400]],
    ['a length and pieces', head('POST', report, 'content-length: 5\r\ntransfer-encoding: chunked\r\n') + '0\r\n\r\n', [400]],
    ['no HTTP at all', 'hello\r\n\r\n', [400]],
  ])('%s', async (_, bytes, statuses) => {
    const answer = await raw(bytes)
    expect(statuses).toContain(statusOf(answer))
    expect(answer).not.toMatch(/root:|node_modules|at .+\.(ts|js):\d|"dependencies"/)
    expect(answer.toLowerCase()).not.toContain('access-control-allow')
  })

  it('puts nothing of ours into a line of somebody else: no header of an answer is made of what was asked', async () => {
    const answer = await raw(
      head(
        'GET',
        '/api/public/categories?q=%0d%0aset-cookie:%20a=b',
        'accept-language: en%0d%0aset-cookie: a=b\r\nx-forwarded-for: 6.6.6.6%0d%0ax: y\r\n',
      ),
    )
    expect(answer.split('\r\n\r\n')[0]?.toLowerCase()).not.toContain('set-cookie')
  })

  it('is served to everybody else after all that', async () => {
    expect(statusOf(await raw(head('GET', '/healthz')))).toBe(200)
  })
})
