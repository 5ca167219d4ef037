import { Problem } from '@linli/api'
import { sayNow } from '../../app/outbox.ts'
import { drop } from '../../store/outbox.ts'
import type { StoredPhoto, Waiting } from '../../store/rows.ts'
import { type ReportDraft, reportBody, titleOf } from './draft.ts'

export interface Sent {
  /** Id in the outbox: the receipt's address. */
  readonly id: string
  /** The server's no; then nothing waits, and the form keeps what was typed. */
  readonly problem: Problem | null
}

/** What stands refused goes back to the form; nothing of it stays in the outbox. */
export async function backToForm(row: Waiting): Promise<Sent> {
  if (row.state !== 'refused' || !row.problem) return { id: row.id, problem: null }
  await drop(row.id)
  return { id: row.id, problem: new Problem(row.problem.status, row.problem) }
}

/** Puts the report on the phone and sends it; without a network it waits there and goes later, exactly once. */
export async function sendReport(draft: ReportDraft, photos: readonly StoredPhoto[]): Promise<Sent> {
  const row = await sayNow(
    {
      kind: 'report',
      title: titleOf(draft.text),
      path: '/api/public/cases',
      body: reportBody(draft),
      ...(photos.length > 0 ? { photos, photosAt: ['photos'] } : {}),
    },
    draft.who !== 'account',
  )
  return backToForm(row)
}
