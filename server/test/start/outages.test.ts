import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../src/demo/accounts.ts'
import { openDb } from '../../src/platform/db.ts'
import { type Postgres, startPostgres } from '../../src/platform/postgres.ts'
import { socketOf } from '../../src/platform/postgres.ts'
import { type KillableServer, killableServer, killDatabase, makeCity } from '../../bench/faults/server.ts'

/** The built product while what it stands on is away: its database, its disk, its folder of files. */

const folder = mkdtempSync(join(tmpdir(), 'linli-outages-'))
const roomy = join(folder, 'city')

beforeAll(() => makeCity(roomy), 600_000)
afterAll(async () => {
  await killDatabase(roomy)
  if (mounted) {
    await killDatabase(join(disk, 'city'))
    spawnSync('umount', ['-l', disk])
  }
  rmSync(folder, { recursive: true, force: true })
})

interface Answer {
  readonly status: number
  readonly code: string | undefined
  readonly id: string | undefined
  readonly wait: string | null
  readonly type: string
}

async function ask(url: string, path: string, init: RequestInit = {}): Promise<Answer> {
  const answer = await fetch(`${url}${path}`, { ...init, signal: AbortSignal.timeout(30_000) })
  const body = (await answer.json()) as { code?: string; id?: string }
  const type = answer.headers.get('content-type') ?? ''
  return { status: answer.status, code: body.code, id: body.id, wait: answer.headers.get('retry-after'), type }
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'resident', password: demoPassword }),
  })
  expect(answer.status).toBe(201)
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

const report = (url: string, cookie: string, key: string, text = '二单元水管漏水'): Promise<Answer> =>
  ask(url, '/api/public/cases', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key, cookie },
    body: JSON.stringify({ text, category: '21002', area: '990901' }),
  })

async function upload(url: string, cookie: string, key: string): Promise<Answer> {
  const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#3a7' } })
    .jpeg()
    .toBuffer()
  const body = new FormData()
  body.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'photo.jpg')
  return ask(url, '/api/files', { method: 'POST', headers: { 'idempotency-key': key, cookie }, body })
}

const becomes = (look: () => Promise<number>, status: number) =>
  expect.poll(() => look().catch(() => 0), { timeout: 60_000, interval: 200 }).toBe(status)

async function scalar(connection: Parameters<typeof openDb>[0], text: string): Promise<number> {
  const { db, close } = openDb(connection, 1)
  const [row] = await db.query<{ n: number }>({ text, values: [] })
  await close()
  return row?.n ?? -1
}

describe('the database is gone and comes back', () => {
  let postgres: Postgres | null = null
  let server: KillableServer | null = null
  afterAll(async () => {
    await server?.kill(false)
    await postgres?.stop()
  })

  it('is told as 503 with a code, and everything goes on by itself: requests, workers, open pages', async () => {
    postgres = await startPostgres({ dataDir: roomy, log: () => undefined })
    const home = join(folder, 'home')
    mkdirSync(join(home, 'keys'), { recursive: true })
    spawnSync('cp', ['-a', join(roomy, 'keys'), home])
    const address = `postgres://linli@localhost/linli?host=${encodeURIComponent(postgres.connection.host)}`
    server = await killableServer(home, { DATABASE_URL: address })
    await server.start()
    const { url } = server
    const cookie = await signIn(url)
    const page = await fetch(`${url}/api/events`, { headers: { cookie } })
    let heard = ''
    void (async () => {
      const decoder = new TextDecoder()
      for await (const chunk of page.body ?? []) heard += decoder.decode(chunk as Uint8Array)
    })().catch(() => undefined)
    expect((await report(url, cookie, 'before')).status).toBe(201)
    await expect.poll(() => heard, { timeout: 30_000 }).toContain('event: changed')

    await postgres.stop()
    const during = await report(url, cookie, 'during')
    expect(during).toMatchObject({
      status: 503,
      code: 'server.unavailable',
      wait: '5',
      type: expect.stringContaining('application/problem+json'),
    })
    expect(await ask(url, '/healthz')).toMatchObject({ status: 503, code: 'server.unavailable' })
    await sleep(4_000)
    expect((await ask(url, '/healthz')).status).toBe(503)

    postgres = await startPostgres({ dataDir: roomy, log: () => undefined })
    await becomes(async () => (await ask(url, '/healthz')).status, 200)
    heard = ''
    const after = await report(url, cookie, 'during')
    expect(after.status).toBe(201)
    expect((await report(url, cookie, 'during')).id).toBe(after.id)
    await expect.poll(() => heard, { timeout: 60_000 }).toContain(after.id)
    expect(await scalar(postgres.connection, `select count(*) as n from cases."case"`)).toBe(2)
    await server.kill(false)
    await postgres.stop()
    postgres = null
  })
})

describe('photos cannot be kept', () => {
  it('is told as 503, leaves no photo without its bytes, and ends by itself', async () => {
    const server = await killableServer(roomy)
    try {
      await server.start()
      const { url } = server
      const cookie = await signIn(url)
      expect((await upload(url, cookie, 'room-1')).status).toBe(201)
      const [there, away] = [join(roomy, 'files'), join(roomy, 'files.away')]
      renameSync(there, away)
      writeFileSync(there, 'not a folder')
      expect(await upload(url, cookie, 'room-2')).toMatchObject({ status: 503, code: 'files.no-room', wait: '60' })
      await becomes(async () => (await ask(url, '/healthz')).status, 503)
      expect((await report(url, cookie, 'without-photo')).status).toBe(201)
      expect(await scalar(socketOf(join(roomy, 'postgres')), 'select count(*) as n from files.photo')).toBe(1)
      rmSync(there)
      renameSync(away, there)
      expect((await upload(url, cookie, 'room-2')).status).toBe(201)
      await becomes(async () => (await ask(url, '/healthz')).status, 200)
      expect((await server.stop()).code).toBe(0)
    } finally {
      await server.kill(true)
    }
  })
})

/** A small disk of its own, where this machine lets us make one (as root). */
function smallDisk(path: string, megabytes: number): boolean {
  mkdirSync(path, { recursive: true })
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path]).status === 0
}

const disk = join(folder, 'disk')
const mounted = process.getuid?.() === 0 && smallDisk(disk, 200)

describe.skipIf(!mounted)('the disk of the database is full', () => {
  it('is told as 503, and what was acknowledged is there when there is room again', async () => {
    expect(spawnSync('cp', ['-a', roomy, join(disk, 'city')]).status).toBe(0)
    const server = await killableServer(join(disk, 'city'))
    try {
      await server.start()
      const { url } = server
      const cookie = await signIn(url)
      spawnSync('dd', ['if=/dev/zero', `of=${join(disk, 'filler')}`, 'bs=64k'])
      const acknowledged: string[] = []
      let refused: Answer | null = null
      for (let n = 0; n < 4000 && refused === null; n++) {
        const answer = await report(url, cookie, `full-${n}`, `第 ${n} 件:${'水管漏水，请来修。'.repeat(300)}`).catch(() => null)
        if (answer?.status === 201) acknowledged.push(answer.id ?? '')
        else refused = answer
      }
      expect(refused).toMatchObject({ status: 503, code: expect.stringMatching(/^server\.(no-room|unavailable)$/) })
      await becomes(async () => (await ask(url, '/healthz')).status, 503)
      rmSync(join(disk, 'filler'))
      await becomes(async () => (await ask(url, '/healthz')).status, 200)
      expect((await report(url, cookie, 'room-again')).status).toBe(201)
      const there = await scalar(
        socketOf(join(disk, 'city', 'postgres')),
        `select count(*) as n from cases."case" where id in (${acknowledged.map((id) => `'${id}'`).join(', ') || 'null'})`,
      )
      expect(there).toBe(acknowledged.length)
    } finally {
      await server.kill(true)
    }
  })
})
