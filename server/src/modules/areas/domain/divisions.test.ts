import { describe, expect, it } from 'vitest'
import type { Area } from './area.ts'
import { type DivisionInput, type DivisionRow, planDivisions } from './divisions.ts'

const rowsOf = (...pairs: [string, string][]): DivisionRow[] => pairs.map(([code, name], i) => ({ row: i + 1, code, name }))
const FIRST = rowsOf(
  ['210000000000', '辽宁省'],
  ['210900000000', '阜新市'],
  ['210911000000', '细河区'],
  ['210911001000', '甲街道'],
  ['210911001001', '甲一社区'],
)

function plan(rows: readonly DivisionRow[], known: readonly Area[] = [], more: Partial<DivisionInput> = {}) {
  return planDivisions({
    rows,
    known: new Map(known.map((area) => [area.code, area])),
    validFrom: '2023-06-30',
    day: '2026-11-23',
    mayWrite: () => true,
    ...more,
  })
}

describe('division import', () => {
  it('builds the tree in any order, with scopes as codes', () => {
    const made = plan(FIRST.toReversed())
    expect(made.refused).toEqual([])
    expect(made.created.map((area) => [area.code, area.level, area.parent])).toEqual([
      ['21', 'province', null],
      ['2109', 'city', '21'],
      ['210911', 'county', '2109'],
      ['210911001', 'town', '210911'],
      ['210911001001', 'community', '210911001'],
    ])
  })

  it('changes nothing the second time, renames with the old name kept, and tells what is absent', () => {
    const known = plan(FIRST).created
    expect(plan(FIRST, known)).toMatchObject({ created: [], renamed: [], same: 5, absent: [] })
    const next = plan(rowsOf(['210911', '细河新区'], ['210911001', '甲街道']), known)
    expect(next.renamed.map((one) => [one.before, one.area.name])).toEqual([['细河区', '细河新区']])
    expect(next.absent.map((area) => area.code)).toEqual(['210911001001'])
  })

  it('may begin at a county, but leaves no hole below', () => {
    expect(plan(rowsOf(['210911', '细河区'], ['210911001', '甲街道'])).refused).toEqual([])
    const holed = plan(rowsOf(['210911', '细河区'], ['210911001001', '甲一社区'], ['210922001', '乙街道']))
    expect(holed.refused.map((one) => [one.row, one.code])).toEqual([
      [2, 'areas.row-parent-missing'],
      [3, 'areas.row-parent-missing'],
    ])
  })

  it('lists every row that it could not read, with the reason', () => {
    const { created } = plan(FIRST)
    const dropped = created.map((area) => (area.code === '210911001001' ? { ...area, validTo: '2025-01-01' } : area))
    const rows = rowsOf(
      ['21091', '短'],
      ['210911002', ''],
      ['210911001001', '甲一社区'],
      ['210911001001001', '网格'],
      ['210911003', '丙街道'],
      ['210911003', '丙镇'],
    )
    expect(plan(rows, dropped).refused.map((one) => one.code)).toEqual([
      'areas.code-malformed',
      'areas.row-no-name',
      'areas.code-reused',
      'areas.row-level',
      'areas.row-repeated',
    ])
    const outside = plan(rowsOf(['210911004', '丁街道'], ['210922', '彰武县']), dropped, { mayWrite: (code) => code.startsWith('210911') })
    expect(outside.refused.map((one) => one.code)).toEqual(['areas.row-out-of-reach'])
  })
})
