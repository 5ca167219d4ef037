import { expect, test } from 'vitest'
import { check } from './lot.ts'

const seed = '09'.repeat(32)

test('a number is worked out as openssl does it, and another seed does not fit the hash', async () => {
  const hash = await crypto.subtle.digest('SHA-256', new Uint8Array(32).fill(9))
  const commitment = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  expect(await check({ seed, commitment }, '990901-261123-00001-0', 50)).toEqual({
    fits: true,
    lot: 0xbc3a9ed7,
    line: 2 ** 31,
    isDrawn: false,
  })
  expect((await check({ seed, commitment }, '990901-261123-00001-0', 80)).isDrawn).toBe(true)
  expect((await check({ seed: '08'.repeat(32), commitment }, '990901-261123-00001-0', 50)).fits).toBe(false)
})
