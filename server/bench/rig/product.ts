import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const checkout = dirname(dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url))))))

/** A folder for the product's data that goes at the end. */
export function dataFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(process.env['LINLI_BENCH'] ?? tmpdir(), 'linli-bench-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** The product as ./start brings it up. */
export interface Product {
  readonly url: string
  readonly pid: number
  /** From the command to its first answer of health. */
  readonly startedIn: number
  stop(): Promise<void>
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function healthy(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`./start ended with ${child.exitCode}`)
    const well = await fetch(`${url}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (well) return
    await new Promise((done) => setTimeout(done, 10))
  }
}

/** Runs ./start on the folder until it answers. */
export async function startProduct(folder: string): Promise<Product> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const begun = performance.now()
  const child = spawn(join(checkout, 'start'), [], {
    env: { ...process.env, PORT: String(port), LINLI_DATA: join(folder, 'data') },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const end = (): void => void child.kill('SIGTERM') // a bench that ends in any way takes its product along
  process.once('exit', end)
  await healthy(url, child)
  const startedIn = performance.now() - begun
  const stop = async (): Promise<void> => {
    process.off('exit', end)
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await gone
  }
  return { url, pid: child.pid ?? 0, startedIn, stop }
}
