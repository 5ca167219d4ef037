import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { qrMatrix } from './qr-matrix.ts'

const digest = (text: string) => {
  const rows = qrMatrix(text).map((row) => row.map(Number).join(''))
  return `${rows.length}:${createHash('sha256').update(rows.join('\n')).digest('hex').slice(0, 16)}`
}

// Each digest was taken from a matrix that the reference encoder (npm qrcode 1.5.4, level M) draws bit by bit the same.
test.each([
  ['a', '21:e8ab680854e4019c'],
  ['http://localhost:8080/c/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', '37:3f341b09f67af50d'],
  ['邻里邻里邻里邻里邻里邻里邻里邻里邻里邻里', '33:d74fc1474789142e'],
  ['q'.repeat(130), '49:b1baa57664da8561'],
  ['y'.repeat(213), '57:3bb4dc258df63cd7'],
])('%s', (text, wanted) => {
  expect(digest(text)).toBe(wanted)
})

test('a text that is too long is refused', () => {
  expect(() => qrMatrix('y'.repeat(214))).toThrow(RangeError)
})
