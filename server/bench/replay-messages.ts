import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type App, openApp } from '#app'
import { readConfig } from '#platform/config'
import { startPostgres } from '#platform/postgres'
import { prepareRealCity, replayMessages } from '#replay/messages'
import { importRequests, prepareBoroughs } from '#replay/requests'
import type { ImportResult } from '#replay/run-import'
import { hasSources } from '#replay/source'

/*
 * replay-messages: the real messages enter a city of real divisions by the ordinary import and live their lives by the ordinary commands;
 * a day of another city's requests enters a second city, in a database of its own, by the same import with another mapping.
 * It prints what was counted and every row that could not be read. docs/operations.md, "Replaying real messages".
 */

const shared = resolve(process.env['LINLI_SHARED'] ?? '../shared')
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(0)} s`

/** An empty city on a database of its own, which goes at the end. */
async function within(work: (app: App) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-replay-'))
  const dataDir = join(folder, 'data')
  const postgres = await startPostgres({ dataDir, log: () => undefined })
  try {
    const read = readConfig({ LINLI_DATA: dataDir }, [], process.cwd())
    if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes))
    const log = (level: string, facts: unknown, text: string): void => (level === 'error' ? console.error(text, facts) : undefined)
    const app = await openApp({
      config: read.config,
      connection: postgres.connection,
      clock: () => new Date(),
      log,
      working: false,
      limitFactor: 1,
    })
    await work(app)
    await app.close()
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function report(name: string, imported: ImportResult, again: ImportResult): void {
  const { rows, taken, unread, odd, answered } = imported
  say(
    `${name}: ${rows} rows; taken in ${taken}/${rows}, not read ${unread}/${rows}, odd ${odd}/${rows}, answered in the other system ${answered}/${rows}`,
  )
  for (const { code, n } of imported.found) say(`  ${code}: ${n}/${rows}`)
  for (const { line, code, value, say: words } of imported.problems.filter((one) => one.kind === 'unread')) {
    say(`  line ${line} was not read: ${code}${value === null ? '' : ` (${value})`} ${words.zh} ${words.en}`)
  }
  say(`  a second time: taken in ${again.taken}/${again.rows}, there already ${again.already}/${again.rows}`)
}

if (!hasSources(shared)) {
  say(`The real data is not at ${shared}; LINLI_SHARED says where it lies.`)
  process.exit(66)
}

await within(async (app) => {
  const begun = performance.now()
  await prepareRealCity(app.context('replay'), shared)
  const told = await replayMessages(app.context('replay'), shared, undefined, (done, of) => process.stderr.write(`${done}/${of}\r`))
  report('messages', told.imported, told.again)
  const { taken } = told.imported
  const { n, within7Days, within15WorkingDays, beyond } = told.swiftness
  say(`  placed in a county by the table ${told.placed}/${taken}, the others at the city desk; given a class ${told.categorised}/${taken}`)
  say(
    `  lives replayed ${told.lived}/${taken}, each sent to the unit that the directory names; they stand at ${JSON.stringify(told.states)}`,
  )
  say(`  answered within 7 days ${within7Days}/${n}, later but within 15 working days ${within15WorkingDays}/${n}, beyond ${beyond}/${n}`)
  say(`  the promise of each matter says the same ${told.clocksAgree}/${n}; ${seconds(begun)}`)
})

await within(async (app) => {
  const begun = performance.now()
  await prepareBoroughs(app.context('replay'))
  const { imported, again, points, counties } = await importRequests(app.context('replay'), shared)
  report('requests', imported, again)
  say(`  by borough ${JSON.stringify(counties)}; with a point ${points}/${imported.taken}; ${seconds(begun)}`)
})
