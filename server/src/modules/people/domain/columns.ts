import type { Say } from '#platform/refusal'
import type { RegisterColumn } from '#platform/register'

const column = (name: string, zh: string, en: string, headers: readonly string[], personal = true, required = false): RegisterColumn => ({
  name,
  title: { zh, en },
  headers,
  required,
  personal,
})

/** What a department's file may hold about a person. Inventory 002-60, 002-62. */
export const columns: readonly RegisterColumn[] = [
  column('name', '姓名', 'Name', ['名字', '申请人', '本人姓名', '户主姓名', 'name'], true, true),
  column('idNumber', '身份证号', 'Identity number', ['身份证号码', '公民身份号码', '证件号码', '身份证', 'id']),
  column('phone', '电话', 'Phone', ['联系电话', '手机', '手机号', '手机号码', '联系方式', 'phone']),
  column('address', '住址', 'Address', ['地址', '家庭住址', '现住址', '居住地址', '户籍地址', 'address']),
  column('born', '出生日期', 'Day of birth', ['出生年月', '生日', '出生年月日', 'birthday']),
  column('sex', '性别', 'Sex', ['sex', 'gender']),
  column('ethnicity', '民族', 'Ethnicity', ['族别']),
  column('area', '网格或社区', 'Grid or community', ['所在网格', '所属社区', '区划代码', '网格编码', '社区'], false),
  column('household', '户号', 'Household number', ['户编号', '户口簿号', '家庭编号']),
  column('relation', '与户主关系', 'Relation in the household', ['户主关系', '关系']),
  column('benefit', '事项', 'Matter', ['待遇', '项目', '类别', '人员类别'], false),
  column('level', '等级', 'Grade', ['级别', '档次'], false),
  column('from', '开始日期', 'From', ['起始日期', '享受起始', '生效日期'], false),
  column('to', '截止日期', 'Until', ['终止日期', '有效期至', '失效日期'], false),
  column('asOf', '数据日期', 'As of', ['更新日期', '采集日期', '登记日期'], false),
  column('recordKey', '编号', 'Number', ['记录编号', '档案号', '序号', '证号'], false),
]

/** What can be wrong with a row, by code; the words say what to do. */
export const problemSay = {
  'people.no-name': { zh: '没有姓名，这一行没有收。', en: 'There is no name; the row was not taken in.' },
  'people.area-outside': {
    zh: '所在网格不在您的管辖范围内，这一行没有收。',
    en: 'The grid lies outside your area; the row was not taken in.',
  },
  'people.number-broken': {
    zh: '身份证号不对（位数、出生日期或校验码），已按姓名、生日、住址去认人。',
    en: 'The identity number is wrong; the person was looked for by name, day of birth and address.',
  },
  'people.number-division': {
    zh: '身份证号的前六位不是现有或曾有的区划，请核对。',
    en: 'The number begins with no division that exists or did.',
  },
  'people.born-unread': { zh: '出生日期读不出来，没有采用。', en: 'The day of birth could not be read and was left out.' },
  'people.born-differs': {
    zh: '出生日期和身份证号对不上，以身份证号为准。',
    en: 'The day of birth differs from the number; the number counts.',
  },
  'people.sex-differs': { zh: '性别和身份证号对不上，以身份证号为准。', en: 'The sex differs from the number; the number counts.' },
  'people.phone-odd': { zh: '电话位数不对，没有采用。', en: 'The phone has a wrong length and was left out.' },
  'people.area-unknown': {
    zh: '没有这个网格或社区，先记在导入岗位的辖区。',
    en: 'There is no such grid or community; it is kept under the area of the import.',
  },
  'people.ethnicity-unknown': { zh: '民族写法认不出，没有采用。', en: 'The ethnicity was not recognised and was left out.' },
  'people.day-unread': { zh: '日期读不出来，没有采用。', en: 'A date could not be read and was left out.' },
  'people.day-ahead': { zh: '数据日期在今天之后，按今天算。', en: 'The data is dated after today; today is taken.' },
} as const satisfies Record<string, Say>
export type ProblemCode = keyof typeof problemSay

/** Problems for which a row is not taken in; with any other it is. */
export const unreadCodes: readonly ProblemCode[] = ['people.no-name', 'people.area-outside']
