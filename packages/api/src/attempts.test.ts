import { expect, it } from 'vitest'
import { Attempts } from './index.ts'

const upload = (name: string): FormData => {
  const form = new FormData()
  form.set('file', new File(['x'], name, { lastModified: 1 }))
  return form
}

it('one content keeps one key until it is done', () => {
  const attempts = new Attempts()
  const key = attempts.keyFor('POST /x', { a: 1 })
  expect(attempts.keyFor('POST /x', { a: 1 })).toBe(key)
  attempts.done()
  expect(attempts.keyFor('POST /x', { a: 1 })).not.toBe(key)
})

it('another path, another content or another file is another attempt', () => {
  const attempts = new Attempts()
  const keys = [
    attempts.keyFor('POST /x', { a: 1 }),
    attempts.keyFor('POST /y', { a: 1 }),
    attempts.keyFor('POST /y', { a: 2 }),
    attempts.keyFor('POST /y', upload('one.csv')),
    attempts.keyFor('POST /y', upload('two.csv')),
  ]
  expect(new Set(keys).size).toBe(5)
  expect(attempts.keyFor('POST /y', upload('two.csv'))).toBe(keys[4])
})
