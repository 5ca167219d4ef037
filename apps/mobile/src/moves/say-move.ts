import { Problem } from '@linli/api'
import { sayNow } from '../app/outbox.ts'
import { drop } from '../store/outbox.ts'
import type { StoredPhoto } from '../store/rows.ts'

export interface Move {
  /** Path of the move on the server. */
  readonly path: string
  /** What the person sees while it waits. */
  readonly title: string
  readonly body: Readonly<Record<string, unknown>>
  readonly photos: readonly StoredPhoto[]
  /** Name of the field that takes the photos' ids. */
  readonly photosName: string | null
}

export type Moved = { readonly as: 'sent' | 'waiting' } | { readonly as: 'refused'; readonly problem: Problem }

/** Says a move through the outbox: at once when there is a network, later when not, exactly once in either case. */
export async function sayMove(move: Move): Promise<Moved> {
  const row = await sayNow({
    kind: 'move',
    title: move.title,
    path: move.path,
    body: move.body,
    ...(move.photosName !== null && move.photos.length > 0 ? { photos: move.photos, photosAt: [move.photosName] } : {}),
  })
  if (row.state !== 'refused' || !row.problem) return { as: row.state === 'sent' ? 'sent' : 'waiting' }
  await drop(row.id)
  return { as: 'refused', problem: new Problem(row.problem.status, row.problem) }
}
