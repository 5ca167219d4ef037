import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { measureRepeats, type Rate, type Truth } from '#replay/repeats'
import { sources } from '#replay/source'

/* repeats: which of the real messages are of one matter, by the scoring of the city; groups as message numbers, then one line of JSON. */

const shared = resolve(process.env['LINLI_SHARED'] ?? '../shared')
if (!existsSync(join(shared, sources.repeats))) {
  process.stderr.write(`The real messages are not at ${shared}; LINLI_SHARED says where they lie.\n`)
  process.exit(66)
}
const truth: Truth = JSON.parse(readFileSync(resolve('server/src/replay/test/repeats-truth.json'), 'utf8'))
const told = measureRepeats(shared, truth)
if (!process.argv.includes('--json')) for (const group of told.groups) process.stdout.write(`${group.join(' ')}\n`)
const { right, found, pairsRight, pairsFound, keptApart, chosenOn, heldOut } = told
const rates = ({ right, found }: Rate): object => ({ precision: right.n / right.of, recall: found.n / found.of, right, found })
const line = {
  name: 'repeats',
  ...rates({ right, found }),
  groups: told.groups.length,
  labelled: truth.same.length,
  chosenOn: rates(chosenOn),
  heldOut: rates(heldOut),
  pairsRight,
  pairsFound,
  keptApart,
}
process.stdout.write(`${JSON.stringify(line)}\n`)
