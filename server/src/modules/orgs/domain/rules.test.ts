import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roles } from '#platform/context'
import { chainFor } from './duty.ts'
import { adminRoles, mayAlsoHold, postRoles } from './roles.ts'
import { isParty, kinds, levelOf, mayStandUnder, unitKinds } from './unit.ts'

describe('the two trees of units', () => {
  it('never meet, and a party organisation stands under a higher one', () => {
    for (const child of unitKinds) {
      for (const parent of unitKinds) {
        if (mayStandUnder(child, parent)) expect([child, parent, isParty(child)]).toEqual([child, parent, isParty(parent)])
      }
    }
    expect(mayStandUnder('partyGroup', 'branch')).toBe(true)
    expect(mayStandUnder('branch', 'partyGroup')).toBe(false)
    expect(mayStandUnder('branch', 'branch')).toBe(false)
    expect(mayStandUnder('partyCommittee', 'partyCommittee')).toBe(true)
    expect(mayStandUnder('community', 'subdistrict')).toBe(true)
  })

  it('a department’s matter is no matter of a community, nor of its bodies', () => {
    expect([levelOf('department'), levelOf('utility'), levelOf('hotlineCentre')]).toEqual(['department', 'department', 'department'])
    expect([levelOf('community'), levelOf('village'), levelOf('homeownersCommittee')]).toEqual(['community', 'community', 'community'])
    expect(levelOf('propertyCompany')).toBe('company')
    for (const kind of unitKinds) expect(kinds[kind].say.zh).not.toBe('')
  })
})

describe('the three administrators', () => {
  it('hold one kind of post and nothing beside it, in whatever order it is given', () => {
    const some = fc.uniqueArray(fc.constantFrom(...postRoles), { maxLength: 6 })
    fc.assert(
      fc.property(some, (wanted) => {
        const held: (typeof postRoles)[number][] = []
        for (const role of wanted) if (mayAlsoHold(held, role)) held.push(role)
        const admins = held.filter((role) => adminRoles.includes(role))
        expect(admins.length === 0 || held.length === 1).toBe(true)
      }),
    )
    expect(roles.filter((role) => !postRoles.includes(role))).toEqual(['resident'])
  })
})

describe('who calls back', () => {
  it('holds no post that takes part in handling, in whatever order they are given', () => {
    for (const role of [
      'departmentHandler',
      'departmentLead',
      'communityDesk',
      'gridWorker',
      'gridLeader',
      'dispatcher',
      'hotlineClerk',
    ] as const) {
      expect([mayAlsoHold(['callbackAgent'], role), mayAlsoHold([role], 'callbackAgent')]).toEqual([false, false])
    }
    expect(mayAlsoHold(['callbackAgent'], 'callbackAgent')).toBe(true)
    expect(mayAlsoHold(['departmentHandler'], 'departmentLead')).toBe(true)
  })
})

describe('the chain of duty', () => {
  it('is for each level the row of the longest area around', () => {
    const rows = [
      { area: '990901', level: 'county', unit: 'county' },
      { area: '990901', level: 'department', unit: 'housing' },
      { area: '990901', level: 'department', unit: 'urban' },
      { area: '990901001', level: 'department', unit: 'water' },
      { area: '990901001', level: 'subdistrict', unit: 'street' },
      { area: '990902', level: 'community', unit: 'elsewhere' },
    ] as const
    const unitsOf = (code: string) => Object.fromEntries(Object.entries(chainFor(code, rows)).map(([level, { units }]) => [level, units]))
    expect(unitsOf('990901001001')).toEqual({ county: ['county'], department: ['water'], subdistrict: ['street'], community: [] })
    expect(unitsOf('990901002')).toEqual({ county: ['county'], department: ['housing', 'urban'], subdistrict: [], community: [] })
    expect(chainFor('9909', rows).community).toEqual({ units: [], below: 1 })
    expect(chainFor('990902', rows).community).toEqual({ units: ['elsewhere'], below: 0 })
  })
})
