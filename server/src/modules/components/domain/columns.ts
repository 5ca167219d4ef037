import type { Say } from '#platform/refusal'

interface Column {
  readonly name: string
  readonly title: Say
  readonly headers: readonly string[]
  readonly required: boolean
}

const column = (name: string, zh: string, en: string, headers: readonly string[] = [], required = false): Column => ({
  name,
  title: { zh, en },
  headers,
  required,
})

/** The columns that the register of components takes in, with the field names of GB/T 47678.5-2026 by which files call them (rules.md 2.1). */
export const columns = [
  column('code', '部件标识码', 'Code of the component', ['GLBJBSM', '标识码', '部件编码', '部件代码', 'ObjCode']),
  column('formerCode', '旧标识码', 'Former code', ['旧编码', '原部件编码']),
  column('originId', '原系统编号', 'Id in the other system', ['编号', 'ID', 'OBJECTID', '设施编号']),
  column('type', '部件类型', 'Type', ['类型', '小类', '小类名称', '部件小类', 'ObjType'], true),
  column('name', '部件名称', 'Name', ['GLBJMC', '名称', '设施名称', 'ObjName']),
  column('state', '部件状态', 'State', ['GLBJZT', '状态', 'ObjState']),
  column('lon', '经度', 'Longitude', ['X', 'lng', 'longitude', '坐标X']),
  column('lat', '纬度', 'Latitude', ['Y', 'latitude', '坐标Y']),
  column('datum', '坐标系', 'Datum', ['坐标系统']),
  column('line', '走向', 'Line', ['线', 'WKT', '坐标串']),
  column('placeWords', '位置说明', 'Where it is', ['位置', '地址', '所在道路']),
  column('supervisorUscc', '主管部门代码', 'Credit code of the supervising department', ['ZGBMDM']),
  column('supervisor', '主管部门', 'Supervising department', ['ZGBMMC', '主管部门名称']),
  column('ownerUscc', '权属单位代码', 'Credit code of the owner', ['QSDWDM']),
  column('owner', '权属单位', 'Owner', ['QSDWMC', '权属单位名称', '产权单位']),
  column('keeperUscc', '养护单位代码', 'Credit code of who maintains it', ['YHDWDM']),
  column('keeper', '养护单位', 'Maintained by', ['YHDWMC', '养护单位名称', '管养单位']),
  column('phone', '联系电话', 'Service telephone', ['电话', '服务电话', '报修电话']),
  column('unitGrid', '单元网格标识码', 'Unit grid', ['SZDYWGBSM', '单元网格']),
  column('since', '初始日期', 'First recorded', ['CSRQ', '登记日期']),
  column('changedOn', '变更日期', 'Changed on', ['BGRQ']),
  column('dataOrigin', '数据来源', 'Where the data comes from', ['SJLY']),
  column('remark', '备注', 'Remark', ['BZ', '说明']),
  column('dwelling', '所属门牌编码', 'Code of the dwelling', ['门牌编码', '住户编码']),
] as const satisfies readonly Column[]

/** What can be said about a row; the codes never change. */
export const problems = {
  'components.bad-code': {
    kind: 'unread',
    zh: '标识码不是 17 位或 16 位的部件编码',
    en: 'The code is no component code of 17 or 16 digits',
  },
  'components.no-type': { kind: 'unread', zh: '没有写部件类型', en: 'No type is given' },
  'components.unknown-type': { kind: 'unread', zh: '目录里没有这个部件类型', en: 'The catalogue has no such type' },
  'components.code-type': { kind: 'unread', zh: '标识码里的类型和所写的类型不一致', en: 'The code says another type than the one given' },
  'components.no-place': { kind: 'unread', zh: '没有坐标，或坐标读不出来', en: 'No coordinates, or none that can be read' },
  'components.outside': {
    kind: 'unread',
    zh: '位置不在本市，或不在导入人的辖区',
    en: 'It lies outside the city, or outside the area of whoever imports',
  },
  'components.other-county': {
    kind: 'unread',
    zh: '标识码前六位和位置所在的县区不一致',
    en: 'The code belongs to another county than the place',
  },
  'components.no-number': { kind: 'unread', zh: '这类部件的流水号已用完', en: 'The numbers of this type are used up' },
  'components.bad-former': {
    kind: 'odd',
    zh: '旧标识码不是 16 位的部件编码，没有采用',
    en: 'The former code has not 16 digits and was left out',
  },
  'components.bad-state': { kind: 'odd', zh: '状态不认识，按「完好」登记', en: 'The state is not known; taken as intact' },
  'components.bad-date': { kind: 'odd', zh: '日期读不出来，没有采用', en: 'A date cannot be read and was left out' },
  'components.bad-uscc': { kind: 'odd', zh: '信用代码校验不对，没有采用', en: 'A credit code is wrong and was left out' },
  'components.private-phone': {
    kind: 'odd',
    zh: '电话是个人号码或读不出来，没有保存',
    en: 'The telephone is a person’s or cannot be read; it was not kept',
  },
  'components.bad-grid': { kind: 'odd', zh: '单元网格不是 15 位数字，没有采用', en: 'The unit grid has not 15 digits and was left out' },
  'components.long-text': { kind: 'odd', zh: '文字太长，截短了', en: 'A text was too long and was cut' },
} as const satisfies Readonly<Record<string, Say & { readonly kind: 'unread' | 'odd' }>>

export type ProblemCode = keyof typeof problems

/** What was found in a row. */
export interface Found {
  readonly line: number
  readonly code: ProblemCode
  readonly column: string | null
  readonly value: string | null
  readonly kind: 'unread' | 'odd'
}
