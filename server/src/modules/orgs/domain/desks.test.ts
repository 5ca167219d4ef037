import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Role } from '#platform/context'
import { arrange, type StaffedPost } from './desks.ts'
import { postId } from './roles.ts'

const post = (role: Role, org: string, area: string, held = true, areas: string[] = []): StaffedPost => ({
  id: postId(role, org, area),
  role,
  org,
  area,
  areas,
  held,
})

describe('the desk for a place', () => {
  const desks = arrange([
    post('dispatcher', 'city', '9909'),
    post('dispatcher', 'county', '990901'),
    post('dispatcher', 'zone', '990999', true, ['990901002']),
    post('communityDesk', 'c1', '990901001001', false),
  ])

  it('is the one of the longest scope around it, also of a named set', () => {
    expect(desks.deskFor('dispatcher', '990901001001001')).toBe('dispatcher:county:990901')
    expect(desks.deskFor('dispatcher', '990901002001')).toBe('dispatcher:zone:990999')
    expect(desks.deskFor('dispatcher', '990902')).toBe('dispatcher:city:9909')
    expect(desks.deskFor('dispatcher', '21')).toBeNull()
    expect(desks.deskFor('supervisor', '990901')).toBeNull()
  })

  it('is a vacant one only where nobody at all holds one', () => {
    expect(desks.deskFor('communityDesk', '990901001001')).toBe('communityDesk:c1:990901001001')
    const filled = arrange([post('communityDesk', 'c1', '990901001001', false), post('communityDesk', 'town', '990901001')])
    expect(filled.deskFor('communityDesk', '990901001001001')).toBe('communityDesk:town:990901001')
  })

  it('is what a slow search over all posts finds', () => {
    const area = fc.constantFrom('9909', '990901', '990902', '990901001', '990901001001', '990901001001001')
    const some = fc.array(
      fc.record({
        role: fc.constantFrom<Role[]>('dispatcher', 'communityDesk', 'supervisor'),
        org: fc.constantFrom('a', 'b', 'c'),
        area,
        held: fc.boolean(),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(some, area, fc.constantFrom<Role[]>('dispatcher', 'communityDesk'), (list, code, role) => {
        const unique = [
          ...new Map(list.map((one) => [postId(one.role, one.org, one.area), post(one.role, one.org, one.area, one.held)])).values(),
        ]
        const fits = unique.filter((one) => one.role === role && code.startsWith(one.area))
        const best = (those: StaffedPost[]) => those.sort((a, b) => b.area.length - a.area.length || (a.id < b.id ? -1 : 1))[0]?.id ?? null
        expect(arrange(unique).deskFor(role, code)).toBe(best(fits.filter((one) => one.held)) ?? best(fits))
      }),
    )
  })
})

describe('the post to which a unit’s orders go', () => {
  it('is a handler before a lead, somebody before nobody, the wider area first', () => {
    const posts = [
      post('departmentLead', 'housing', '990901'),
      post('departmentHandler', 'housing', '990901'),
      post('departmentHandler', 'housing', '990901001'),
      post('departmentHandler', 'water', '990901', false),
      post('departmentLead', 'water', '990901'),
      post('dispatcher', 'centre', '990901'),
    ]
    const desks = arrange(posts)
    expect(desks.handlerPost('housing')).toBe('departmentHandler:housing:990901')
    expect(desks.handlerPost('water')).toBe('departmentLead:water:990901')
    expect(desks.handlerPost('centre')).toBeNull()
  })
})
