import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { at, cache, root } from '../ground/paths.mjs'
import { run } from '../ground/run.mjs'
import { sources } from '../checks/sources.mjs'

/**
 * @typedef {{ fullName: string, status: string, failureMessages: readonly string[] | null }} Assertion
 * @typedef {{ name: string, status: string, message: string, assertionResults: readonly Assertion[] }} TestFile
 */

/** @param {string} text @param {number} lines */
const head = (text, lines) => stripVTControlCharacters(text).trim().split('\n').slice(0, lines).join('\n    ')

/** @param {TestFile} file */
function failuresOf(file) {
  const name = file.name.replace(`${root}/`, '')
  const failed = file.assertionResults.filter((one) => one.status === 'failed')
  if (failed.length === 0) return file.status === 'failed' ? [`✗ ${name}\n    ${head(file.message, 12)}`] : []
  return failed.map((one) => `✗ ${name} > ${one.fullName}\n    ${head(one.failureMessages?.[0] ?? '', 8)}`)
}

/**
 * Runs one project of the test runner and counts what it ran. A file that cannot be read, an error outside any test and a run without
 * tests count as failures.
 * @param {string} project
 * @param {{ files?: readonly string[], env?: NodeJS.ProcessEnv }} [options]
 */
export async function vitest(project, options = {}) {
  mkdirSync(cache, { recursive: true })
  const report = join(cache, `tests-${project}-${process.pid}.json`)
  const args = ['run', '--project', project, '--reporter=json', '--reporter=dot', `--outputFile.json=${report}`, ...(options.files ?? [])]
  const done = await run(at('node_modules', '.bin', 'vitest'), args, { env: { ...process.env, ...options.env } })
  /** @type {{ numPassedTests: number, numPendingTests: number, numTodoTests: number, testResults: TestFile[] } | null} */
  let read = null
  try {
    read = JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return { passed: 0, failed: 1, skipped: 0, said: head(done.output, 40) }
  } finally {
    rmSync(report, { force: true })
  }
  if (read === null) return { passed: 0, failed: 1, skipped: 0, said: head(done.output, 40) }
  const failures = read.testResults.flatMap(failuresOf)
  if (failures.length === 0 && (done.status !== 0 || read.numPassedTests === 0))
    failures.push(`✗ ${project}: ${head(done.output.slice(-4000), 60)}`)
  return {
    passed: read.numPassedTests,
    failed: failures.length,
    skipped: read.numPendingTests + read.numTodoTests,
    said: failures.join('\n'),
  }
}

/** The test files that use a database: those are run again on another server. */
export function filesWithDatabase() {
  return sources(/^server\/.*\.test\.ts$/)
    .filter(
      ({ path, text }) =>
        !path.startsWith('server/src/platform/postgres/') && /test\/(world|database)\.ts'|'\.\/(world|database)\.ts'/.test(text),
    )
    .map(({ path }) => path)
}

/** How many test files a step leaves out. @param {RegExp} fits */
export const filesOf = (fits) => sources(fits).length
