import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { openApp } from '#app'
import { seedDemonstration } from '#demo/seed'
import { readConfig } from '#platform/config'
import { startPostgres } from '#platform/postgres'
import { inhabitants } from '#platform/postgres/process'
import { endProcess } from './afterwards.ts'

/** The built product. */
const program = fileURLToPath(new URL(import.meta.url.includes('/dist/') ? '../../../dist/main.js' : '../../dist/main.js', import.meta.url))

/** A server process of its own, on a data folder of its own, that can be killed. */
export interface KillableServer {
  readonly url: string
  readonly dataDir: string
  /** Starts it and waits until it serves; gives the seconds. */
  start(): Promise<number>
  /** Ends it without warning, and the database of its folder too when asked. Nothing else on this machine is touched. */
  kill(withDatabase: boolean): Promise<void>
  /** SIGTERM; gives the exit code and the seconds until it was gone. */
  stop(): Promise<{ code: number | null; seconds: number }>
  /** What it said on both outputs, the last 4 kB. */
  said(): string
}

/** A port of this machine on which nobody listens. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** A demonstration city without matters in a data folder that did not exist. */
export async function makeCity(dataDir: string): Promise<void> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const postgres = await startPostgres({ dataDir, log: () => undefined })
  const read = readConfig({ LINLI_DATA: dataDir }, [], dataDir)
  if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes))
  const app = await openApp({
    config: read.config,
    connection: postgres.connection,
    clock: () => new Date(),
    log: () => undefined,
    working: false,
    limitFactor: 1,
    seed: (ctx) => seedDemonstration(ctx, 'small', false),
  })
  await app.close()
  await postgres.stop()
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => child.once('exit', resolve))
}

/** Ends the database servers that work inside this folder, and no others. */
export async function killDatabase(dataDir: string): Promise<void> {
  const folder = join(dataDir, 'postgres')
  for (let left = inhabitants(folder); left.length > 0; left = inhabitants(folder)) {
    for (const pid of left) {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // it went between the look and the signal
      }
    }
    await sleep(20)
  }
}

class Killable implements KillableServer {
  readonly url: string
  readonly dataDir: string
  readonly #port: number
  readonly #env: Readonly<Record<string, string>>
  #child: ChildProcess | null = null
  #said = ''

  constructor(dataDir: string, port: number, env: Readonly<Record<string, string>>) {
    this.dataDir = dataDir
    this.#port = port
    this.#env = env
    this.url = `http://127.0.0.1:${port}`
  }

  said(): string {
    return this.#said.slice(-4000)
  }

  async start(): Promise<number> {
    const begun = performance.now()
    const child = spawn(process.execPath, ['--enable-source-maps', program], {
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: process.env['HOME'] ?? '',
        PORT: String(this.#port),
        LINLI_DATA: this.dataDir,
        LINLI_LOG: 'error',
        ...this.#env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    this.#said = ''
    if (child.pid !== undefined) child.once('exit', endProcess(child.pid, program))
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (this.#said += chunk.toString()))
    while (!this.#said.includes('Linli is ready')) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the server ended with ${child.exitCode}: ${this.said()}`)
      if (performance.now() - begun > 600_000) throw new Error(`the server does not begin to serve: ${this.said()}`)
      await sleep(10)
    }
    return (performance.now() - begun) / 1000
  }

  async kill(withDatabase: boolean): Promise<void> {
    this.#child?.kill('SIGKILL')
    if (withDatabase) await killDatabase(this.dataDir)
    if (this.#child) await ended(this.#child)
  }

  async stop(): Promise<{ code: number | null; seconds: number }> {
    const begun = performance.now()
    if (!this.#child) return { code: null, seconds: 0 }
    this.#child.kill('SIGTERM')
    const code = await ended(this.#child)
    return { code, seconds: (performance.now() - begun) / 1000 }
  }
}

/** A server on a free port of this machine; `env` goes into its environment. */
export async function killableServer(dataDir: string, env: Readonly<Record<string, string>> = {}): Promise<KillableServer> {
  return new Killable(dataDir, await freePort(), env)
}
