import type { Context } from '#platform/context'
import { cityRegion } from '#platform/ids'
import type { SealedFile } from '../sql/runs.ts'

const use = 'imports.file'

/** Seals a file with a key of its own: it is full of people's words and waits in the database. */
export function sealFile(ctx: Context, bytes: Buffer): SealedFile {
  const { vault } = ctx.city
  const { key, wrapped } = vault.newSubject(cityRegion, ctx.now)
  return { wrapped, sealed: vault.seal(key, bytes.toString('base64'), use) }
}

/** The file again; null when the master key is another one. */
export function openFile(ctx: Context, { wrapped, sealed }: SealedFile): Buffer | null {
  const { vault } = ctx.city
  const text = vault.open(vault.unwrap(wrapped), sealed, use)
  return text === null ? null : Buffer.from(text, 'base64')
}
