import { expect, it } from 'vitest'
import { addressKey, buildingPart, readAddress, sayAddress } from './address.ts'

it('reads the segments of an address in their order', () => {
  expect(readAddress('细河区和平街道幸福社区中华路12号幸福小区3号楼2单元501室', ['细河区', '和平街道', '幸福社区'])).toEqual({
    street: '中华路',
    number: '12',
    estate: '幸福小区',
    building: '3',
    entrance: '2',
    room: '501',
  })
  expect(readAddress('人民大街8号')).toEqual({ street: '人民大街', number: '8' })
  expect(readAddress('和平里小区A座12层1203')).toEqual({ estate: '和平里小区', building: 'A', floor: 12, room: '1203' })
  expect(readAddress('幸福小区3-2-501')).toEqual({ estate: '幸福小区', building: '3', entrance: '2', room: '501' })
})

it('gives every spelling of a building one key', () => {
  const spellings = [
    '幸福小区3号楼',
    '幸福小区三号楼',
    '幸福小区3栋',
    '幸福小区 3 幢',
    '幸福小区３＃楼',
    '幸福小区3#',
    '中华路12号幸福小区3号楼',
    '幸福小区三栋楼',
  ]
  expect(new Set(spellings.map((text) => addressKey(readAddress(text))))).toEqual(new Set(['幸福小区3号楼']))
  expect(addressKey(readAddress('幸福小区十二号楼'))).toBe('幸福小区12号楼')
  expect(addressKey(buildingPart(readAddress('幸福小区3号楼2单元501')))).toBe('幸福小区3号楼')
})

it('loses nothing that fits nowhere', () => {
  expect(readAddress('火车站南侧老菜市场旁')).toEqual({ rest: '火车站南侧老菜市场旁' })
  expect(sayAddress(readAddress('中华路12号临街门市'))).toBe('中华路12号临街门市')
})

it('says again what it said', () => {
  for (const text of ['中华路12号幸福小区3号楼2单元501室', '和平里小区A号楼12层1203室', '人民大街8号', '火车站南侧']) {
    const said = sayAddress(readAddress(text))
    expect([said, sayAddress(readAddress(said))]).toEqual([text, text])
  }
})
