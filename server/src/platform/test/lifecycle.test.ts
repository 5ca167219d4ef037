import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { holderOf } from '../postgres/process.ts'
import { ended, ground } from '../postgres/test/ground.ts'

const script = fileURLToPath(new URL('live.mjs', import.meta.url))

interface Start {
  readonly child: ChildProcess
  /** What it said so far. */
  said(): string
  /** Waits until it says this. */
  says(words: string): Promise<void>
}

const started: ChildProcess[] = []
afterEach(() => {
  for (const child of started.splice(0)) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
})

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

function start(env: Record<string, string>, args: string[] = []): Start {
  const child = spawn(process.execPath, [script, ...args], {
    env: { PATH: process.env['PATH'], ...env } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  return { child, said: () => text, says: (words) => expect.poll(() => text, { timeout: 30_000, interval: 20 }).toContain(words) }
}

async function answerOf(port: number): Promise<string> {
  return (await fetch(`http://127.0.0.1:${port}/`)).text()
}

describe('a start', () => {
  it('serves, and a SIGTERM to the one process ends everything with 0', async () => {
    const [port, dataDir] = [await freePort(), join(ground(), 'data')]
    const linli = start({ PORT: String(port), LINLI_DATA: dataDir })
    await linli.says(`Linli is ready at http://localhost:${port}`)
    expect(await answerOf(port)).toBe('ok')
    const before = Date.now()
    linli.child.kill('SIGTERM')
    expect(await ended(linli.child)).toBe(0)
    expect(Date.now() - before).toBeLessThan(15_000)
    expect(holderOf(join(dataDir, 'postgres'))).toBeNull()
  })

  it('ends in time even when the city hangs', async () => {
    const [port, dataDir] = [await freePort(), join(ground(), 'data')]
    const linli = start({ PORT: String(port), LINLI_DATA: dataDir, STUCK: 'yes' })
    await linli.says('ready')
    const before = Date.now()
    linli.child.kill('SIGTERM')
    expect(await ended(linli.child)).toBe(0)
    expect(Date.now() - before).toBeLessThan(15_000)
    expect(holderOf(join(dataDir, 'postgres'))).toBeNull()
  })

  it('that is told to stop while it begins leaves nothing behind', async () => {
    const [port, dataDir] = [await freePort(), join(ground(), 'data')]
    const linli = start({ PORT: String(port), LINLI_DATA: dataDir, SLOW: '1500' })
    await linli.says('opening')
    linli.child.kill('SIGTERM')
    expect(await ended(linli.child)).toBe(0)
    expect(linli.said()).not.toContain('Error')
    expect(holderOf(join(dataDir, 'postgres'))).toBeNull()
  })

  it('after kill -9 serves the same folder again', async () => {
    const [port, dataDir] = [await freePort(), join(ground(), 'data')]
    const first = start({ PORT: String(port), LINLI_DATA: dataDir })
    await first.says('ready')
    first.child.kill('SIGKILL')
    await ended(first.child)
    const second = start({ PORT: String(port), LINLI_DATA: dataDir })
    await second.says('ready')
    expect(await answerOf(port)).toBe('ok')
    second.child.kill('SIGTERM')
    expect(await ended(second.child)).toBe(0)
    expect(holderOf(join(dataDir, 'postgres'))).toBeNull()
  })

  it('prints the one link of a city that begins', async () => {
    const port = await freePort()
    const linli = start({ PORT: String(port), LINLI_DATA: join(ground(), 'data') }, ['--new-city'])
    await linli.says('http://localhost/begin/x')
    linli.child.kill('SIGINT')
    expect(await ended(linli.child)).toBe(0)
  })
})

describe('a start is refused', () => {
  it('with every mistake of configuration in both languages, and writes nothing', async () => {
    const dataDir = join(ground(), 'data', 'new')
    const linli = start({ PORT: 'x', LINLI_SCALE: 'y', LINLI_DATA: dataDir })
    expect(await ended(linli.child)).toBe(78)
    expect(linli.said()).toMatch(/PORT 应是[\s\S]*PORT must be[\s\S]*LINLI_SCALE 只能是[\s\S]*LINLI_SCALE must be/)
  })

  it('when the port is taken', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const address = taken.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const linli = start({ PORT: String(port), LINLI_DATA: join(ground(), 'data') })
    expect(await ended(linli.child)).toBe(69)
    expect(linli.said()).toContain(`Cannot serve on port ${port}`)
    await new Promise((resolve) => taken.close(resolve))
  })

  it('when the demonstration would be open to others, before and after it is seeded', async () => {
    const port = String(await freePort())
    const fresh = start({ PORT: port, HOST: '0.0.0.0', LINLI_DATA: join(ground(), 'data') })
    expect(await ended(fresh.child)).toBe(78)
    expect(fresh.said()).toContain('LINLI_DEMO=public')
    const seeded = start({ PORT: port, HOST: '0.0.0.0', LINLI_DATA: join(ground(), 'data'), DEMONSTRATION: 'yes' }, ['--new-city'])
    expect(await ended(seeded.child)).toBe(78)
    expect(seeded.said()).not.toContain('ready')
    const allowed = start({ PORT: port, HOST: '0.0.0.0', LINLI_DATA: join(ground(), 'data'), DEMONSTRATION: 'yes', LINLI_DEMO: 'public' })
    await allowed.says('ready')
    allowed.child.kill('SIGTERM')
    expect(await ended(allowed.child)).toBe(0)
  })

  it('when another one serves the folder', async () => {
    const dataDir = join(ground(), 'data')
    const first = start({ PORT: String(await freePort()), LINLI_DATA: dataDir })
    await first.says('ready')
    const second = start({ PORT: String(await freePort()), LINLI_DATA: dataDir })
    expect(await ended(second.child)).toBe(69)
    expect(second.said()).toContain(`process ${first.child.pid}`)
    first.child.kill('SIGTERM')
    expect(await ended(first.child)).toBe(0)
  })
})
