import { spawnSync } from 'node:child_process'
import { mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { type Postgres, socketOf, startPostgres } from '../../src/platform/postgres.ts'
import { unmount } from '../../bench/faults/afterwards.ts'
import { type KillableServer, killableServer } from '../../bench/faults/server.ts'
import { type Answer, ask, becomes, halfWritten, report, scalar, signIn } from './asking.ts'
import { faultCity } from './fault-city.ts'

/** The built product while what it stands on is away: its database, its disk, its folder of files. */

const { folder, path: roomy } = faultCity('outages')

async function upload(url: string, cookie: string, key: string): Promise<Answer> {
  const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#3a7' } })
    .jpeg()
    .toBuffer()
  const body = new FormData()
  body.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'photo.jpg')
  return ask(url, '/api/files', { method: 'POST', headers: { 'idempotency-key': key, cookie }, body })
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
    await expect.poll(() => heard, { timeout: 300_000 }).toContain('event: changed')

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
    await expect.poll(() => heard, { timeout: 300_000 }).toContain(after.id)
    expect(await scalar(postgres.connection, `select count(*) as n from cases."case"`)).toBe(2)
    expect(await scalar(postgres.connection, halfWritten)).toBe(0)
    await server.kill(false)
    await postgres.stop()
    postgres = null
  })
})

/** A small disk of its own, where this machine lets us make one; otherwise why not. */
function smallDisk(path: string, megabytes: number): { readonly gone: () => void } | { readonly why: string } {
  if (process.getuid?.() !== 0) return { why: 'only root may mount a small disk' }
  mkdirSync(path, { recursive: true })
  const made = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { encoding: 'utf8' })
  if (made.status !== 0) return { why: `mounting is refused here: ${(made.error?.message ?? made.stderr).trim()}` }
  const undone = unmount(path)
  return {
    gone: () => {
      spawnSync('umount', ['-l', path])
      undone()
    },
  }
}

const untried = (made: object): string => ('why' in made ? ` (not tried: ${String(made.why)})` : '')

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
      expect(
        await scalar(socketOf(join(roomy, 'postgres')), "select count(*) as n from files.photo where noun is distinct from 'removed'"),
      ).toBe(1)
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

const shelf = join(folder, 'shelf')
const narrow = smallDisk(shelf, 4)

describe.runIf('gone' in narrow)(`the disk of photos is full${untried(narrow)}`, () => {
  afterAll(() => ('gone' in narrow ? narrow.gone() : undefined))

  it('is told as 503, keeps what was acknowledged, and ends by itself when there is room', async () => {
    const [there, away] = [join(roomy, 'files'), join(roomy, 'files.away')]
    renameSync(there, away)
    symlinkSync(shelf, there)
    const server = await killableServer(roomy)
    try {
      await server.start()
      const { url } = server
      const cookie = await signIn(url)
      const kept = await upload(url, cookie, 'shelf-1')
      expect(kept.status).toBe(201)
      spawnSync('dd', ['if=/dev/zero', `of=${join(shelf, 'filler')}`, 'bs=4k'])
      expect(await upload(url, cookie, 'shelf-2')).toMatchObject({ status: 503, code: 'files.no-room', wait: '60' })
      await becomes(async () => (await ask(url, '/healthz')).status, 503)
      expect((await report(url, cookie, 'shelf-full')).status).toBe(201)
      expect((await fetch(`${url}/api/files/${kept.id}`, { headers: { cookie } })).status).toBe(200)
      rmSync(join(shelf, 'filler'))
      expect((await upload(url, cookie, 'shelf-2')).status).toBe(201)
      await becomes(async () => (await ask(url, '/healthz')).status, 200)
      expect((await server.stop()).code).toBe(0)
    } finally {
      await server.kill(true)
      unlinkSync(there)
      renameSync(away, there)
    }
  })
})

/** Reports until one is not taken; gives the ids of those that were, and the answer that was none. */
async function untilRefused(url: string, cookie: string): Promise<{ taken: string[]; refused: Answer | null }> {
  const taken: string[] = []
  for (let n = 0; n < 4000; n++) {
    const answer = await report(url, cookie, `full-${n}`, `第 ${n} 件:${'水管漏水，请来修。'.repeat(300)}`).catch(() => null)
    if (answer?.status !== 201) return { taken, refused: answer }
    taken.push(answer.id ?? '')
  }
  return { taken, refused: null }
}

const disk = join(folder, 'disk')
const small = smallDisk(disk, 200)

describe.runIf('gone' in small)(`the disk of the database is full${untried(small)}`, () => {
  afterAll(() => ('gone' in small ? small.gone() : undefined))

  it('is told as 503, and what was acknowledged is there when there is room again', async () => {
    expect(spawnSync('cp', ['-a', roomy, join(disk, 'city')]).status).toBe(0)
    const server = await killableServer(join(disk, 'city'))
    try {
      await server.start()
      const { url } = server
      const cookie = await signIn(url)
      spawnSync('dd', ['if=/dev/zero', `of=${join(disk, 'filler')}`, 'bs=64k'])
      const { taken, refused } = await untilRefused(url, cookie)
      expect(refused).toMatchObject({ status: 503, code: expect.stringMatching(/^server\.(no-room|unavailable)$/) })
      await becomes(async () => (await ask(url, '/healthz')).status, 503)
      rmSync(join(disk, 'filler'))
      await becomes(async () => (await ask(url, '/healthz')).status, 200)
      await becomes(async () => (await report(url, cookie, 'room-again')).status, 201)
      const there = socketOf(join(disk, 'city', 'postgres'))
      const ids = taken.map((id) => `'${id}'`).join(', ') || 'null'
      expect(await scalar(there, `select count(*) as n from cases."case" where id in (${ids})`)).toBe(taken.length)
      expect(await scalar(there, halfWritten)).toBe(0)
    } finally {
      await server.kill(true)
    }
  })
})
