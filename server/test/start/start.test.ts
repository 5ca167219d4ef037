import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holderOf } from '../../src/platform/postgres/process.ts'

/** The contract for outside checks, against the real command and the built product. */
const command = fileURLToPath(new URL('../../../start', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'linli-start-'))
const dataDir = join(folder, 'data')
const started: ChildProcess[] = []
let port = 0

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

interface Start {
  readonly child: ChildProcess
  readonly seconds: number
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => child.once('exit', resolve))
}

/** Runs ./start in a process group of its own until it says that it is ready. */
async function start(patience: number): Promise<Start> {
  const before = Date.now()
  const child = spawn(command, [], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: String(port), LINLI_DATA: dataDir } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  started.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const gone = ended(child).then((code) => expect.unreachable(`./start ended with ${code}: ${said.slice(-2000)}`))
  const ready = expect.poll(() => said, { timeout: patience, interval: 20 }).toContain(`Linli is ready at http://localhost:${port}`)
  await Promise.race([ready, gone])
  gone.catch(() => undefined)
  return { child, seconds: (Date.now() - before) / 1000 }
}

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${port}${path}`, { headers, redirect: 'manual' })

beforeAll(async () => {
  port = await freePort()
  mkdirSync(dataDir)
  chmodSync(dataDir, 0o700)
})

afterAll(() => {
  for (const child of started) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  const left = holderOf(join(dataDir, 'postgres'))
  if (left !== null) process.kill(left, 'SIGQUIT')
  rmSync(folder, { recursive: true, force: true })
})

describe('./start', () => {
  it('brings up the demonstration city from nothing', async () => {
    const { child } = await start(600_000)
    expect((await get('/healthz')).status).toBe(200)
    expect((await get('/api/me')).status).toBe(401)
    expect(await (await get('/api/openapi.json')).json()).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) })
    for (const path of ['/', '/desk/', '/report']) {
      const page = await get(path, { accept: 'text/html' })
      expect([path, page.status, page.headers.get('content-security-policy')]).toEqual([
        path,
        200,
        expect.stringContaining("default-src 'self'"),
      ])
      expect(await page.text()).toContain('<script')
    }
    child.kill('SIGTERM')
    expect(await ended(child)).toBe(0)
  })

  it('starts warm within 5 s, and stops within 15 s by one SIGTERM with 0', async () => {
    const { child, seconds } = await start(60_000)
    expect(seconds).toBeLessThan(5)
    expect((await get('/healthz')).status).toBe(200)
    const before = Date.now()
    child.kill('SIGTERM')
    expect(await ended(child)).toBe(0)
    expect((Date.now() - before) / 1000).toBeLessThan(15)
    expect(holderOf(join(dataDir, 'postgres'))).toBeNull()
    await expect(get('/healthz')).rejects.toThrow()
  })

  it('serves the same folder again after kill -9 of the whole process group', async () => {
    const first = await start(60_000)
    process.kill(-(first.child.pid ?? 0), 'SIGKILL')
    await ended(first.child)
    const second = await start(60_000)
    expect((await get('/healthz')).status).toBe(200)
    second.child.kill('SIGTERM')
    expect(await ended(second.child)).toBe(0)
  })

  it("keeps the database inside the data folder, which may be the starter's alone", () => {
    expect(existsSync(join(dataDir, 'postgres', 'PG_VERSION'))).toBe(true)
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
  })
})
