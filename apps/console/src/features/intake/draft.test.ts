import { expect, it } from 'vitest'
import { bodyOf, emptyDraft, missingIn } from './draft.ts'

it('a sentence is enough', () => {
  expect(missingIn(emptyDraft)).toEqual({ text: 'whatNeeded' })
  const draft = { ...emptyDraft, text: ' 楼道灯不亮 ' }
  expect(missingIn(draft)).toEqual({})
  expect(bodyOf(draft, undefined)).toEqual({ channel: 'phone', text: '楼道灯不亮' })
})

it('who and where go along when they are known; the suggested category counts unless another was chosen', () => {
  const draft = { ...emptyDraft, text: '水管爆了', phone: '13800000000', name: '张女士', address: '和平小区 3 号楼', area: '210911001002' }
  expect(bodyOf(draft, 'C12001')).toEqual({
    channel: 'phone',
    text: '水管爆了',
    category: 'C12001',
    address: '和平小区 3 号楼',
    area: '210911001002',
    reporter: { name: '张女士', phone: '13800000000' },
  })
  expect(bodyOf({ ...draft, category: 'C10001' }, 'C12001')).toMatchObject({ category: 'C10001' })
})

it('a proxy speaks only with consent', () => {
  const draft = {
    ...emptyDraft,
    channel: 'proxy' as const,
    text: '替邻居反映',
    proxyName: '李四',
    proxyPhone: '13900000000',
    proxyRelation: '邻居',
  }
  expect(missingIn(draft)).toEqual({ consent: 'consentNeeded' })
  expect(bodyOf({ ...draft, consent: true }, undefined)).toMatchObject({ proxy: { name: '李四', relation: '邻居', consent: true } })
})

it('what was settled on the spot says how', () => {
  expect(bodyOf({ ...emptyDraft, text: '路边垃圾', settled: true, result: '已清走' }, undefined)).toMatchObject({
    onSpot: { result: '已清走' },
  })
  expect(bodyOf({ ...emptyDraft, text: '路边垃圾', settled: false, result: '已清走' }, undefined)).not.toHaveProperty('onSpot')
})
