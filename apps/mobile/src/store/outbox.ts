import { newKey } from '@linli/api'
import { asProblem, mayRetry, type Problem } from '../api/problem.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { StoredPhoto, Waiting } from './rows.ts'
import { shelf } from './database.ts'

/** What the outbox needs from the network; tests hand in their own. */
export interface Wire {
  /** `asVisitor`: without the session that happens to be open, because what takes the photo is open to everybody. */
  upload(photo: StoredPhoto, asVisitor: boolean): Promise<string>
  post(path: string, body: unknown, key: string, asVisitor: boolean): Promise<unknown>
}

export interface Saying {
  readonly kind: Waiting['kind']
  readonly title: string
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
  readonly photos?: readonly StoredPhoto[]
  readonly photosAt?: readonly string[]
  readonly account: string | null
}

const watchers = new Set<() => void>()

function tell(): void {
  for (const watcher of watchers) watcher()
}

/** Other pages of this app on this phone: they look into the same outbox, and either may have sent what lies there. */
const beside = 'document' in globalThis ? new BroadcastChannel('linli.outbox') : null
beside?.addEventListener('message', tell)

/** Calls back after each change of the outbox, on this page or another; returns how to stop. */
export function watchOutbox(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

function changed(): void {
  tell()
  beside?.postMessage('changed')
}

async function keep(row: Waiting): Promise<Waiting> {
  await (await shelf()).put('outbox', row)
  changed()
  return row
}

/** Puts what was said on the phone, with its key, before anything is sent. */
export async function say(saying: Saying): Promise<Waiting> {
  const { photos = [], photosAt, ...rest } = saying
  const now = Date.now()
  const id = `${now.toString(36).padStart(9, '0')}-${newKey()}`
  return keep({
    ...rest,
    id,
    key: newKey(),
    photos,
    photosAt: photosAt ?? null,
    at: now,
    state: 'waiting',
    problem: null,
    answer: null,
    seen: false,
    renewed: false,
  })
}

/** Everything in the outbox, oldest first. */
export async function outbox(): Promise<Waiting[]> {
  return (await shelf()).getAll('outbox')
}

export async function waitingById(id: string): Promise<Waiting | undefined> {
  return (await shelf()).get('outbox', id)
}

/** Takes something out: it was read by the person, or the person decided not to send it. */
export async function drop(id: string): Promise<void> {
  await (await shelf()).delete('outbox', id)
  changed()
}

/** Notes that the person has read what became of it. */
export async function seen(id: string): Promise<void> {
  const row = await waitingById(id)
  if (row && !row.seen) await keep({ ...row, seen: true })
}

/** Sends a refused thing again under a new key, after what stood in the way is gone. */
export async function tryAgain(id: string): Promise<void> {
  const row = await waitingById(id)
  if (row?.state === 'refused') await keep({ ...row, key: newKey(), state: 'waiting', problem: null })
}

function placed(body: Readonly<Record<string, unknown>>, at: readonly string[], ids: readonly string[]): Record<string, unknown> {
  const [name, ...rest] = at
  if (name === undefined) return { ...body }
  const inner = body[name]
  const inside = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {}
  return { ...body, [name]: rest.length === 0 ? ids : placed(inside, rest, ids) }
}

/** The body with the ids of the uploaded photos where they belong. */
export function bodyOf(row: Waiting): Record<string, unknown> {
  const ids = row.photos.map((photo) => photo.id).filter((id) => id !== null)
  return row.photosAt && ids.length > 0 ? placed(row.body, row.photosAt, ids) : { ...row.body }
}

async function uploadAll(row: Waiting, wire: Wire): Promise<Waiting> {
  let current = row
  for (const photo of row.photos) {
    if (photo.id !== null) continue
    const id = await wire.upload(photo, row.account === null || row.path.startsWith('/api/public/'))
    current = await keep({ ...current, photos: current.photos.map((each) => (each.key === photo.key ? { ...each, id } : each)) })
  }
  return current
}

/** The session is not the one that said it: it waits for its owner, refused by nobody. */
function waitsForOwner(problem: Problem): boolean {
  return problem.status === 401
}

/** The server keeps loose photos for a day only; what lies here longer is sent anew, once. */
const photosGone = new Set(['files.expired', 'files.not-attachable'])

function renewed(row: Waiting): Waiting {
  return { ...row, renewed: true, photos: row.photos.map((photo) => ({ ...photo, key: newKey(), id: null })) }
}

async function sendRow(row: Waiting, wire: Wire): Promise<Waiting> {
  let current = row
  try {
    current = await uploadAll(row, wire)
    const answer = await wire.post(current.path, bodyOf(current), current.key, row.account === null)
    return await keep({ ...current, state: 'sent', problem: null, answer: answer ?? null, photos: [] })
  } catch (error) {
    const problem = asProblem(error)
    if (photosGone.has(problem.code) && !row.renewed) return sendRow(await keep(renewed((await waitingById(row.id)) ?? current)), wire)
    const stored = { status: problem.status, code: problem.code, detail: problem.detail, errors: problem.errors }
    const stays = mayRetry(problem) || waitsForOwner(problem)
    const latest = (await waitingById(row.id)) ?? current
    return keep({ ...latest, state: stays ? 'waiting' : 'refused', problem: stored })
  }
}

/** Sends one thing now, if nobody else is sending; answers how it stands afterwards. */
export function sendOne(id: string, wire: Wire): Promise<Waiting | undefined> {
  return oneAtATime(async () => {
    const row = await waitingById(id)
    return row?.state === 'waiting' ? sendRow(row, wire) : row
  })
}

/**
 * Sends what waits, oldest first, what this account said or nobody did; stops at the first thing that meets no network.
 * @returns how many reached the server
 */
export function sendAll(account: string | null, wire: Wire): Promise<number> {
  return oneAtATime(async () => {
    let sent = 0
    for (const row of await outbox()) {
      if (row.state !== 'waiting' || (row.account !== null && row.account !== account)) continue
      const after = await sendRow(row, wire)
      if (after.state === 'sent') sent += 1
      if (after.problem?.status === 0) break
    }
    return sent
  })
}
