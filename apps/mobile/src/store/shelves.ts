import { shelf } from './database.ts'
import type { Draft, KeptAnswer, MyLink } from './rows.ts'

/** What was typed under this name; undefined when nothing was, or where storage is forbidden. */
export async function draft(id: string): Promise<Draft | undefined> {
  return (await shelf()).get('drafts', id).catch(() => undefined)
}

export async function keepDraft(row: Draft): Promise<void> {
  await (await shelf()).put('drafts', row)
}

export async function dropDraft(id: string): Promise<void> {
  await (await shelf()).delete('drafts', id)
}

/** Reports made on this phone, newest first. */
export async function myLinks(): Promise<MyLink[]> {
  const all = await (await shelf()).getAll('links')
  return [...all].sort((a, b) => b.at - a.at)
}

export async function keepLink(row: MyLink): Promise<void> {
  await (await shelf()).put('links', row)
}

/** Forgets a secret link on this phone; the matter itself goes on. */
export async function forgetLink(number: string): Promise<void> {
  await (await shelf()).delete('links', number)
}

export async function keptAnswer(path: string, account: string | null): Promise<KeptAnswer | undefined> {
  const row = await (await shelf()).get('kept', path).catch(() => undefined)
  return row && row.account === account ? row : undefined
}

export async function keepAnswer(row: KeptAnswer): Promise<void> {
  await (await shelf()).put('kept', row)
}

/** Clears what the last person saw, when he signs out or another signs in. */
export async function forgetAnswers(): Promise<void> {
  await (await shelf()).clear('kept')
}
