import { expect, it } from 'vitest'
import type { WorkRow } from '../../api-types.ts'
import { grouped, groupOf } from './groups.ts'

const now = new Date('2026-11-22T07:00:00Z') // Sunday 15:00 in the city

it.each([
  ['2026-11-22T06:59:00Z', 'groupLate'],
  ['2026-11-22T09:00:00Z', 'groupToday'],
  ['2026-11-22T15:59:00Z', 'groupToday'],
  ['2026-11-22T16:01:00Z', 'groupTomorrow'],
  ['2026-11-29T09:00:00Z', 'groupWeek'],
  ['2026-11-30T09:00:00Z', 'groupLater'],
  [null, 'groupNone'],
])('%s stands under %s', (dueAt, name) => {
  expect(groupOf(dueAt, now)).toBe(name)
})

it('keeps the order of the server inside and between the groups', () => {
  const item = (id: string, dueAt: string | null): WorkRow => ({ id, dueAt }) as WorkRow
  const groups = grouped(
    [item('a', '2026-11-20T00:00:00Z'), item('b', '2026-11-22T08:00:00Z'), item('c', '2026-11-22T09:00:00Z'), item('d', null)],
    now,
  )
  expect(groups.map((group) => [group.name, group.items.map((one) => one.id).join('')])).toEqual([
    ['groupLate', 'a'],
    ['groupToday', 'bc'],
    ['groupNone', 'd'],
  ])
})
