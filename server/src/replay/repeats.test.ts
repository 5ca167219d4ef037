import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { measureRepeats, type Truth } from './repeats.ts'
import { sources } from './source.ts'

const shared = process.env['LINLI_SHARED'] ?? fileURLToPath(new URL('../../../../shared', import.meta.url))
const truth: Truth = JSON.parse(readFileSync(new URL('./test/repeats-truth.json', import.meta.url), 'utf8'))

it('is measured on more than sixty groups that people labelled by reading', () => {
  expect(truth.same.length).toBeGreaterThanOrEqual(60)
  expect(truth.different.length).toBeGreaterThanOrEqual(60)
  const labelled = truth.same.flat()
  expect(new Set(labelled).size).toBe(labelled.length)
})

it.runIf(existsSync(join(shared, sources.repeats)))('finds repeats among real messages by their words alone', { timeout: 300_000 }, () => {
  const { messages, groups, right, found, heldOut, keptApart } = measureRepeats(shared, truth)
  process.stdout.write(
    `repeats: ${groups.length} groups in ${messages} messages; right ${right.n}/${right.of}, found ${found.n}/${found.of}, near misses kept apart ${keptApart.n}/${keptApart.of}\n`,
  )
  expect(messages).toBe(2163)
  expect(right.n / right.of).toBeGreaterThanOrEqual(0.95)
  expect(found.n / found.of).toBeGreaterThanOrEqual(0.8)
  expect(heldOut.right.n / heldOut.right.of).toBeGreaterThanOrEqual(0.95)
  expect(heldOut.found.n / heldOut.found.of).toBeGreaterThanOrEqual(0.8)
})
