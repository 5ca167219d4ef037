import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../ground/run.mjs'
import { debianPostgres } from './system.mjs'
import { filesWithDatabase, vitest } from './tests.mjs'

const quick = 'fsync=off synchronous_commit=off full_page_writes=off max_connections=200'

/** Whom PostgreSQL runs as: it refuses root. */
function runner() {
  if (process.getuid?.() !== 0) return {}
  const [, , uid, gid] =
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((line) => line.startsWith('postgres:'))
      ?.split(':') ?? []
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) }
}

/** The same tests with a database once more, on Debian's PostgreSQL. @returns {Promise<Omit<import('../ground/tally.mjs').Result, 'seconds' | 'name'>>} */
export async function onDebian() {
  const postgres = debianPostgres()
  if (postgres === null) return { passed: 0, failed: 1, skipped: 0, said: '✗ there is no PostgreSQL 15 on this machine' }
  const folder = mkdtempSync(join(tmpdir(), 'linli-15-'))
  const as = { ...runner(), cwd: '/', env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' } }
  chmodSync(folder, 0o755)
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid)
  const data = join(folder, 'data')
  const settings = `listen_addresses= unix_socket_directories=${folder} ${quick}`.split(' ').flatMap((one) => ['-c', one])
  try {
    const made = await run(
      `${postgres.bin}/initdb`,
      ['-D', data, '-U', 'linli', '--encoding=UTF8', '--locale=C.UTF-8', '--auth=trust', '--no-sync'],
      as,
    )
    const up =
      made.status === 0
        ? await run(`${postgres.bin}/pg_ctl`, ['-D', data, '-w', '-l', join(folder, 'log'), '-o', settings.join(' '), 'start'], as)
        : made
    if (up.status !== 0)
      return { passed: 0, failed: 1, skipped: 0, said: `✗ PostgreSQL ${postgres.version} did not start\n    ${up.output.trim()}` }
    const url = `postgres://linli@localhost/postgres?host=${encodeURIComponent(folder)}`
    return await vitest('server', { files: filesWithDatabase(), env: { LINLI_TEST_DATABASE: url } })
  } finally {
    await run(`${postgres.bin}/pg_ctl`, ['-D', data, '-m', 'immediate', 'stop'], as)
    rmSync(folder, { recursive: true, force: true })
  }
}
