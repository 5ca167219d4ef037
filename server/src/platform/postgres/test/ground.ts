import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll } from 'vitest'
import { type Postgres, type PostgresOptions, type SocketConnection, startPostgres } from '../../postgres.ts'
import { installedBinaries } from '../binaries.ts'
import { holderOf } from '../process.ts'

export const isRoot = process.getuid?.() === 0

/** What a serving process says of itself. */
export interface Fact {
  readonly ready?: SocketConnection
  readonly adopted?: boolean
  readonly refused?: string
  readonly en?: string
}

const folders: string[] = []
const running: ChildProcess[] = []

afterAll(async () => {
  for (const child of running) if (child.exitCode === null) child.kill('SIGKILL')
  for (const folder of folders) {
    const holder = holderOf(join(folder, 'data', 'postgres'))
    if (holder !== null) process.kill(holder, 'SIGQUIT')
    while (holderOf(join(folder, 'data', 'postgres')) !== null) await new Promise((resolve) => setTimeout(resolve, 50))
    rmSync(folder, { recursive: true, force: true })
  }
})

/** A folder that goes when the tests of the file are done, passable for all unless `mode` says otherwise; `data` inside it is the usual data folder. */
export function ground(parent: string = tmpdir(), mode = 0o755): string {
  const folder = mkdtempSync(join(parent, 'linli-ground-'))
  chmodSync(folder, mode)
  mkdirSync(join(folder, 'data'))
  folders.push(folder)
  return folder
}

/** A copy of the installed programs as an installation without scripts leaves them: the links between libraries are missing. */
export function binariesWithoutLinks(parent: string): string {
  const copy = join(parent, 'node_modules', 'native')
  cpSync(installedBinaries(), copy, { recursive: true, filter: (source) => !isLink(source) })
  cpSync(join(installedBinaries(), '..', 'package.json'), join(parent, 'node_modules', 'package.json'))
  return copy
}

function isLink(path: string): boolean {
  const [parent, name] = [join(path, '..'), path.split('/').at(-1)]
  return readdirSync(parent, { withFileTypes: true }).some((entry) => entry.name === name && entry.isSymbolicLink())
}

export function start(dataDir: string, more: Partial<PostgresOptions> = {}): Promise<Postgres> {
  return startPostgres({ dataDir, log: () => undefined, ...more })
}

/** Runs statements and gives the rows of the last one. */
export async function ask<R extends pg.QueryResultRow>(connection: SocketConnection, ...statements: string[]): Promise<R[]> {
  const client = new pg.Client({ ...connection })
  client.on('error', () => undefined) // a killed server is what some tests are about
  await client.connect()
  try {
    let rows: R[] = []
    for (const statement of statements) rows = (await client.query<R>(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}

/** Starts another process on a data folder and gives it with its first decisive fact. */
export async function serveElsewhere(
  dataDir: string,
  as: { uid?: number; gid?: number } = {},
): Promise<{ child: ChildProcess; fact: Fact }> {
  const script = fileURLToPath(new URL('serve.mjs', import.meta.url))
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'], ...as })
  running.push(child)
  for await (const line of createInterface({ input: child.stdout })) {
    const fact = JSON.parse(line) as Fact
    if (fact.ready !== undefined || fact.refused !== undefined) return { child, fact }
  }
  throw new Error('the other process went without a word')
}

export function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => child.once('exit', resolve))
}
