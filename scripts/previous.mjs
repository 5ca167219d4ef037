// Makes the fixture of the upgrade test: a city of a few matters as an earlier version wrote it, kept in the shape of ./backup.
// Usage: node scripts/previous.mjs COMMIT. Builds that version in a folder of its own and removes it again.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { at, root } from './ground/paths.mjs'

const commit = process.argv[2] ?? ''
const target = at('server', 'test', 'faults', 'previous')
const folder = mkdtempSync(join(tmpdir(), 'linli-previous-'))
const tree = join(folder, 'tree')

/** @param {string} program @param {readonly string[]} args @param {string} cwd */
function must(program, args, cwd) {
  const done = spawnSync(program, args, { cwd, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${done.stdout}${done.stderr}`)
}

function buildOld() {
  must('git', ['worktree', 'add', '--detach', tree, commit], root)
  symlinkSync(at('node_modules'), join(tree, 'node_modules'))
  if (existsSync(at('server', 'node_modules'))) symlinkSync(at('server', 'node_modules'), join(tree, 'server', 'node_modules'))
  must(at('node_modules', '.bin', 'tsc'), ['-b', 'server'], tree)
}

/** @param {string} path */
const old = (path) => import(pathToFileURL(join(tree, 'server', 'dist', path)).href)

/**
 * Lives of a few matters through the old version's own routes.
 * @param {any} app
 */
async function fill(app) {
  const { demoPassword } = await old('demo/accounts.js')
  /** @type {Map<string, string>} */
  const cookies = new Map()
  let key = 0
  /** @param {string} account @param {string} url @param {object} body */
  const post = async (account, url, body) => {
    if (!cookies.has(account)) {
      const signed = await app.http.inject({ method: 'POST', url: '/api/session', payload: { account, password: demoPassword } })
      cookies.set(account, String(signed.headers['set-cookie']).split(';')[0] ?? '')
    }
    const headers = { cookie: cookies.get(account), 'idempotency-key': `previous-${++key}` }
    const answer = await app.http.inject({ method: 'POST', url, headers, payload: body })
    if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
    return answer.json()
  }
  /** @type {string[]} */
  const moves = []
  for (let n = 9001; n <= 9008; n++) {
    const report = { text: `升级前第 ${n - 9000} 件：二单元水管漏水，地上有积水。`, category: '21002', area: '990901001001001' }
    const phone = { channel: 'phone', reporter: { phone: `1390000${n}` } }
    const made =
      n % 3 === 0 ? await post('hotline', '/api/cases', { ...report, ...phone }) : await post('resident', '/api/public/cases', report)
    const steps = n % 4
    if (steps === 0) continue
    const open = await post('dispatcher', `/api/cases/${made.id}/dispatch`, { lead: '990901-water' })
    moves.push(`${made.id}:dispatch`)
    const order = open.orders[0].id
    if (steps === 1) continue
    await post('water', `/api/orders/${order}/acknowledge`, {})
    await post('water', `/api/orders/${order}/feedback`, { kind: 'solved', words: '接头已更换，试压正常' })
    moves.push(`${order}:acknowledge`, `${order}:feedback`)
    if (steps === 2 || n % 3 === 0) continue
    await post('resident', `/api/my/cases/${made.id}/say`, { solved: 'yes', satisfied: 5 })
    moves.push(`${made.id}:say`)
  }
  return moves
}

/**
 * Waits until the old version's own job has sealed every trace.
 * @param {any} app
 */
async function sealed(app) {
  const text = `select coalesce((select max((cuts ->> 'trace')::bigint) from audit.block), -1) >= (select max(filed) from flow.trace) as done`
  while (!(await app.db.query({ text, values: [] }))[0].done) await new Promise((resolve) => setTimeout(resolve, 500))
}

/** @param {string} dataDir */
async function makeOld(dataDir) {
  const [{ openApp }, { seedDemonstration }, { readConfig }, { startPostgres }] = await Promise.all(
    ['app.js', 'demo/seed.js', 'platform/config.js', 'platform/postgres.js'].map(old),
  )
  const { backUp } = await import(pathToFileURL(at('server', 'dist', 'platform', 'backup', 'backup.js')).href)
  const { config } = readConfig({ LINLI_DATA: dataDir }, [], dataDir)
  const postgres = await startPostgres({ dataDir, log: () => undefined })
  try {
    const setup = {
      config,
      connection: postgres.connection,
      clock: () => new Date(),
      log: () => undefined,
      working: true,
      limitFactor: 1000,
    }
    const app = await openApp({ ...setup, seed: (/** @type {unknown} */ ctx) => seedDemonstration(ctx, 'small', false) })
    const moves = await fill(app)
    await app.workers.drained()
    await sealed(app)
    /** @param {string} text */
    const rows = (text) => app.db.query({ text, values: [] })
    const cases = await rows('select id, number from cases."case" order by id')
    const traces = await rows('select noun_id, seq, move, to_state, at from flow.trace order by noun_id, seq')
    const messages = await rows('select receiver, key, at from notify.message order by key, receiver')
    await app.close()
    rmSync(target, { recursive: true, force: true })
    await backUp({ connection: postgres.connection, dataDir, target, say: console.error })
    cpSync(join(dataDir, 'keys', 'master.key'), join(target, 'invented.key'))
    writeFileSync(join(target, 'expected.json'), `${JSON.stringify({ commit, moves, cases, traces, messages }, null, 1)}\n`)
  } finally {
    await postgres.stop()
  }
}

try {
  buildOld()
  await makeOld(join(folder, 'data'))
  must(at('node_modules', '.bin', 'biome'), ['format', '--write', target], root)
} finally {
  spawnSync('git', ['worktree', 'remove', '--force', tree], { cwd: root })
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)
