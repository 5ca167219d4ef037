import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { refuse } from '../refusal.ts'

/** The shape of a backup folder; a later shape gets a later number. */
const format = 1

const Manifest = z.object({
  format: z.literal(format),
  /** When the picture was taken; everything in it is of this one moment. */
  at: z.iso.datetime(),
  /** Fingerprint of the master key, without which what people wrote cannot be opened. The key itself is not here. */
  fingerprint: z.string(),
  migrations: z.array(z.object({ name: z.string(), hash: z.string() })),
  /** Revision of the job queue's own tables. */
  queue: z.number().int(),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      file: z.string().regex(/^tables\/[\w.-]+\.copy\.gz$/),
      rows: z.number().int(),
      sha256: z.string(),
    }),
  ),
  counters: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
  /** Photos: path below the data folder's `files`, with size in bytes. */
  files: z.object({ count: z.number().int(), bytes: z.number().int(), missing: z.number().int() }),
})

/** What a backup says of itself; written last, so that a folder without it is no backup. */
export type Manifest = z.infer<typeof Manifest>

export const manifestName = 'manifest.json'
export const manifestFormat = format

/** @throws Refusal `backup.not-a-backup` when the folder holds none, or one of a later shape */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => '')
  try {
    return Manifest.parse(JSON.parse(text))
  } catch (error) {
    throw refuse('invalid', 'backup.not-a-backup', {
      zh: `${folder} 不是完整的邻里备份(缺少或读不懂 manifest.json)。请换一个备份文件夹。`,
      en: `${folder} is no complete backup of Linli (its manifest.json is missing or cannot be read). Choose another folder. ${error instanceof z.ZodError ? (error.issues[0]?.path.join('.') ?? '') : ''}`.trim(),
    })
  }
}
