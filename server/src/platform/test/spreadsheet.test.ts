import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { type Cell, xlsxStream } from '#platform/spreadsheet'

const all = 30_000

/** Rows that no compression makes small; counts how many were asked for. */
function rows(): { asked: () => number; rows: AsyncGenerator<readonly Cell[]> } {
  let asked = 0
  async function* made(): AsyncGenerator<readonly Cell[]> {
    for (let n = 0; n < all; n++) {
      asked++
      if (n % 500 === 0) await sleep(1)
      yield Array.from({ length: 6 }, (_, column) => `${Math.sin(n * 7 + column)}${Math.cos(n + column)}`)
    }
  }
  return { asked: () => asked, rows: made() }
}

it('makes a workbook no faster than it is read', async () => {
  const source = rows()
  const stream = xlsxStream('cases', ['a', 'b', 'c', 'd', 'e', 'f'], source.rows)
  let before = -1
  while (source.asked() !== before) {
    before = source.asked()
    await sleep(300)
  }
  expect(before).toBeLessThan(all / 2)
  let bytes = 0
  for await (const part of stream) bytes += (part as Buffer).length
  expect(source.asked()).toBe(all)
  expect(bytes).toBeGreaterThan(1_000_000)
})

it('asks for no more rows when the reader has gone', async () => {
  const source = rows()
  const stream = xlsxStream('cases', ['a', 'b', 'c', 'd', 'e', 'f'], source.rows)
  await sleep(50)
  stream.destroy()
  await sleep(200)
  const then = source.asked()
  await sleep(300)
  expect(source.asked()).toBe(then)
})
