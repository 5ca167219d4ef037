import { expect, it } from 'vitest'
import { managementOf, readCompoundKinds } from './compound.ts'

it('reads the kinds of a compound as files write them, several at once', () => {
  expect(readCompoundKinds('老旧小区、开放式')).toEqual({ kinds: ['old', 'open'], rest: false })
  expect(readCompoundKinds('商品房')).toEqual({ kinds: ['commodity'], rest: false })
  expect(readCompoundKinds('弃管小区')).toEqual({ kinds: [], rest: false })
  expect(readCompoundKinds('别墅 回迁')).toEqual({ kinds: ['resettlement'], rest: true })
})

it('says who manages a compound from its slots', () => {
  const slots = (company: string | null, owners: string | null) => [
    { slot: 'propertyCompany', unit: company },
    { slot: 'homeownersCommittee', unit: owners },
  ]
  expect([managementOf(slots('a', null)), managementOf(slots(null, 'b')), managementOf(slots(null, null)), managementOf([])]).toEqual([
    'managed',
    'selfManaged',
    'unmanaged',
    'unmanaged',
  ])
})
