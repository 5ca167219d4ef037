import { expect, it } from 'vitest'
import { weakness } from './password.ts'

it.each(['short1!', 'onlyletters', '1234567890123', 'aaaaaaaaaaaa', 'li.lei-2026!', 'password123', 'Linli20262026', 'x'.repeat(129)])(
  '%s is refused',
  (password) => {
    expect(weakness(password, 'li.lei')?.code).toBe('accounts.weak')
  },
)

it.each(['long enough 1', '水管漏水了两天还没修好 A', 'correct-horse-battery'])('%s may be chosen', (password) => {
  expect(weakness(password, 'li.lei')).toBeNull()
})
