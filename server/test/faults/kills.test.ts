import { expect, it } from 'vitest'
import { killsUnderLoad } from '../../bench/faults/kills.ts'

/** The built product, killed ten times without warning, five times with its database; `./bench faults` does it fifty times. */
it('loses nothing that was acknowledged and does nothing twice, whatever is killed under load', async () => {
  const { found, acknowledged, again, ended } = await killsUnderLoad({ kills: 10, hands: 4, under: 1000 })
  expect([...acknowledged.wrong, ...found.words]).toEqual([])
  expect(found).toMatchObject({ lost: 0, doubled: 0, replayDiffers: 0, figuresDiffer: 0, brokenBlocks: 0, leftOver: 0 })
  // Every matter and every order was counted anew.
  expect(found.recounted).toBeGreaterThan(acknowledged.reports.size)
  expect(again).toHaveLength(10)
  expect([ended.code, ended.seconds < 15]).toEqual([0, true])
  // The run says something only when people were served, and were cut off, while it lasted.
  expect(acknowledged.reports.size).toBeGreaterThan(10)
  expect(acknowledged.moves.size).toBeGreaterThan(20)
  expect(acknowledged.photos.size).toBeGreaterThan(2)
  expect(acknowledged.retries).toBeGreaterThan(0)
}, 1_800_000)
