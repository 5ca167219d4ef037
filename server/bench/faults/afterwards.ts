import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/*
 * What must be undone however this process ends, kill -9 included. A shell beside it waits for its end and then runs the lines that are
 * still written down; when everything was undone in order, there are none.
 */

const lines = new Set<string>()
let file: string | null = null

const quoted = (path: string): string => `'${path.replaceAll("'", "'\\''")}'`

function write(): string {
  if (file === null) {
    const folder = mkdtempSync(join(tmpdir(), 'linli-afterwards-'))
    file = join(folder, 'run')
    const shell = spawn('/bin/sh', ['-c', `cat >/dev/null; . ${quoted(file)}; rm -rf ${quoted(folder)}`], {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    shell.unref()
    const input = shell.stdin as typeof shell.stdin & { unref?: () => void }
    input.unref?.()
    process.once('exit', () => lines.size === 0 && rmSync(folder, { recursive: true, force: true }))
  }
  writeFileSync(file, `${[...lines].reverse().join('\n')}\n`)
  return file
}

/** Writes a line of shell down; the answer takes it back. */
function afterwards(line: string): () => void {
  lines.add(line)
  write()
  return () => {
    lines.delete(line)
    write()
  }
}

/** A process of our own that must not outlive us. */
export const endProcess = (pid: number, words: string): (() => void) =>
  afterwards(`grep -aq ${quoted(words)} /proc/${pid}/cmdline 2>/dev/null && kill -9 ${pid}`)

/** A folder of ours, with the databases that work in it. */
export const removeFolder = (folder: string): (() => void) =>
  afterwards(
    `for one in ${quoted(folder)}/*/postgres/postmaster.pid ${quoted(folder)}/*/*/postgres/postmaster.pid; do [ -f "$one" ] && kill -QUIT $(head -1 "$one"); done; sleep 1; rm -rf ${quoted(folder)}`,
  )

/** A small disk that was put at this path. */
export const unmount = (path: string): (() => void) => afterwards(`umount -l ${quoted(path)}`)
