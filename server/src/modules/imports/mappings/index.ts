import type { Say } from '#platform/refusal'
import { Mapping, type MappingInput } from '../domain/mapping.ts'

/** A mapping that every city has by name. */
export interface NamedMapping {
  readonly name: string
  readonly say: Say
  readonly mapping: Mapping
}

const times = [
  'yyyy-MM-dd HH:mm:ss',
  'yyyy-MM-dd HH:mm',
  'yyyy/M/d H:mm:ss',
  'yyyy/M/d H:mm',
  'yyyy年M月d日 H:mm',
  'yyyy-MM-dd',
  'yyyy/M/d',
  'yyyy年M月d日',
]

/** The sheet that a city fills in by hand. */
const sheet: MappingInput = {
  system: 'sheet',
  timeZone: 'Asia/Shanghai',
  formats: times,
  id: '编号',
  text: ['内容'],
  reportedAt: '上报时间',
  category: { column: '类别代码' },
  place: [
    { by: 'point', lon: '经度', lat: '纬度', datum: 'wgs84', optional: true },
    { by: 'area', column: '区域' },
  ],
  address: ['地址'],
  reporter: { name: '姓名', phone: '电话' },
}

/** What message boards hand out: subject and detail, the official reply, both times. */
const messageBoard: MappingInput = {
  system: 'message-board',
  timeZone: 'Asia/Shanghai',
  formats: ['yyyy/M/d H:mm:ss', 'yyyy-MM-dd HH:mm:ss', 'yyyy/M/d'],
  id: 'id',
  text: ['subject', 'detail'],
  reportedAt: 'reported_at',
  reply: 'reply',
  repliedAt: 'replied_at',
  place: [],
  reporter: { name: 'reporter' },
}

/** The mappings that can be asked for by name; any other one is sent along with the file. */
export const namedMappings: readonly NamedMapping[] = [
  { name: 'sheet', say: { zh: '手工填写的表格', en: 'A sheet filled in by hand' }, mapping: Mapping.parse(sheet) },
  { name: 'message-board', say: { zh: '留言板导出', en: 'Export of a message board' }, mapping: Mapping.parse(messageBoard) },
]

/** The mapping of this name, or null. */
export function namedMapping(name: string): Mapping | null {
  return namedMappings.find((one) => one.name === name)?.mapping ?? null
}
