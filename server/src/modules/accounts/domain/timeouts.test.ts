import { expect, it } from 'vitest'
import { isOver } from './timeouts.ts'

const at = (time: string): Date => new Date(`2026-11-23T${time}Z`)
const life = { seenAt: at('01:00:00'), expiresAt: at('13:00:00'), idleMinutes: 60 }

it('a session ends an hour after its last use, and at its end whatever its use', () => {
  expect(isOver(life, at('02:00:00'))).toBe(false)
  expect(isOver(life, at('02:00:01'))).toBe(true)
  expect(isOver({ ...life, seenAt: at('12:59:00') }, at('12:59:59'))).toBe(false)
  expect(isOver({ ...life, seenAt: at('12:59:00') }, at('13:00:00'))).toBe(true)
})
