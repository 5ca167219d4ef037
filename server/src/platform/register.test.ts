import { expect, it } from 'vitest'
import { isRounded, readDay } from './register.ts'

it('reads a day however a file writes it', () => {
  for (const text of [
    '2026-03-02',
    '2026/3/2',
    '2026.3.2',
    '20260302',
    '2026年3月2日',
    '２０２６－３－２',
    '2026-03-02 08:05:09',
    '46083',
    '46083.5',
  ])
    expect([text, readDay(text)]).toEqual([text, '2026-03-02'])
})

it('knows what is no day', () => {
  for (const text of ['', '2026-02-30', '2026', '3月2日', '20261301', '123', '1234567', '2026-03', 'heute'])
    expect([text, readDay(text)]).toEqual([text, null])
})

it('sees a number that a spreadsheet rounded', () => {
  expect([isRounded('9.1210902E+17'), isRounded('2E+17'), isRounded('91210902MA0QCRKU3X'), isRounded('210902')]).toEqual([
    true,
    true,
    false,
    false,
  ])
})
