import { killsUnderLoad } from './faults/kills.ts'

/*
 * faults: 50 times kill -9 of the server, every second time together with its database, with moves in flight. The value is the seconds
 * until it serves again (p95); the roofline is the bare recovery of the same database after the same kill. Ends with 1 when anything that
 * was acknowledged is lost or doubled, a clock or a figure differs from its recount, or the audit chain is broken.
 */

const kills = 50

const p95 = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN
const round = (value: number): number => Math.round(value * 1000) / 1000

const run = await killsUnderLoad({ kills, hands: 8, under: 1500, roofline: true })
const { found, acknowledged } = run
const [value, roofline] = [p95(run.again), p95(run.recovery)]
const wrong = [...found.words, ...acknowledged.wrong]
for (const line of wrong) process.stderr.write(`${line}\n`)
const { words: _, ...counts } = found
process.stdout.write(
  `${JSON.stringify({
    name: 'faults',
    value: round(value),
    unit: 's',
    roofline: round(roofline),
    ratio: round(roofline / value),
    kills,
    ...counts,
    reports: acknowledged.reports.size,
    moves: acknowledged.moves.size,
    photos: acknowledged.photos.size,
    retries: acknowledged.retries,
    replays: acknowledged.replays,
    wrong: acknowledged.wrong.length,
  })}\n`,
)
const bad = found.lost + found.doubled + found.replayDiffers + found.figuresDiffer + found.brokenBlocks + found.leftOver
process.exit(bad + acknowledged.wrong.length > 0 ? 1 : 0)
