import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FrameLimit } from './frames.ts'

/** A frame with a body of this many bytes. */
function frame(length: number): number[] {
  const size: number[] = []
  let left = length
  do {
    size.push(left >= 128 ? (left % 128) | 128 : left)
    left = Math.floor(left / 128)
  } while (left > 0)
  return [0x30, ...size, ...Array.from({ length }, (_, n) => n % 256)]
}

it('lets frames within the limit pass, however they are cut', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 12 }), fc.integer({ min: 1, max: 50 }), (lengths, piece) => {
      const limit = new FrameLimit(300)
      const bytes = lengths.flatMap(frame)
      for (let at = 0; at < bytes.length; at += piece) expect(limit.feed(Uint8Array.from(bytes.slice(at, at + piece)))).toBe(true)
    }),
  )
})

it('stops at a frame that says it is longer, before its body comes', () => {
  const limit = new FrameLimit(300)
  expect(limit.feed(Uint8Array.from(frame(10)))).toBe(true)
  expect(limit.feed(Uint8Array.from(frame(301).slice(0, 3)))).toBe(false)
  expect(new FrameLimit(300).feed(Uint8Array.from([0x10, 0xff, 0xff, 0xff, 0x7f]))).toBe(false)
})
