import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** The files that replays read; none is ever copied into the repository. */
export const sources = {
  areas: 'data/areas',
  messages: 'data/messages/messages_with_replies.csv.gz',
  repeats: 'data/messages/messages.csv.gz',
  requests: 'data/requests/nyc311_20230228_sample.csv.gz',
} as const

/** True when the shared folder has what a replay reads. */
export function hasSources(shared: string): boolean {
  return Object.values(sources).every((path) => existsSync(join(shared, path)))
}

/** A file's bytes, or its header and first `rows` rows: for files in which no cell holds a line break. */
export function readSource(shared: string, which: 'messages' | 'repeats' | 'requests', rows = Number.POSITIVE_INFINITY): Buffer {
  const bytes = gunzipSync(readFileSync(join(shared, sources[which])))
  if (!Number.isFinite(rows)) return bytes
  const lines = bytes.toString('utf8').split('\n')
  return Buffer.from(`${lines.slice(0, rows + 1).join('\n')}\n`)
}
