import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the product is served for the journeys. */
    readonly product: string
  }
}

const main = fileURLToPath(new URL('../server/dist/main.js', import.meta.url))
const patience = 300_000

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => (child.exitCode === null ? child.once('exit', () => resolve()) : resolve()))
}

async function ready(child: ChildProcess): Promise<void> {
  let said = ''
  const late = setTimeout(() => child.kill(), patience)
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        if (said.includes('Linli is ready')) resolve()
      })
    }
    child.once('exit', (code) => reject(new Error(`the product ended with ${code}: ${said.slice(-2000)}`)))
  })
  clearTimeout(late)
}

/** Serves the built product with a fresh demonstration city for all journeys; LINLI_JOURNEYS_URL names one that runs already. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  mkdirSync(fileURLToPath(new URL('screenshots', import.meta.url)), { recursive: true })
  const given = process.env['LINLI_JOURNEYS_URL']
  if (given !== undefined && given !== '') {
    project.provide('product', given)
    return async () => undefined
  }
  const folder = mkdtempSync(join(tmpdir(), 'linli-journeys-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = { ...process.env, PORT: String(port), LINLI_DATA: join(folder, 'data'), LINLI_LOG: 'error', LINLI_URL: url }
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  await ready(child)
  project.provide('product', url)
  return async () => {
    child.kill('SIGTERM')
    await ended(child)
    rmSync(folder, { recursive: true, force: true })
  }
}
