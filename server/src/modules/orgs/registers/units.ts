import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import type { Register, RegisterRun } from '#platform/register'
import { readAreasIn } from '#modules/areas'
import { kinds, type UnitKind, unitKinds } from '../domain/unit.ts'
import { changed } from '../sql/directory.ts'
import { type EnterUnit, enterUnits, removeUnits } from '../sql/enter.ts'
import { type Row, rowProblems } from './row.ts'
import { takeRows, undone } from './take.ts'

const spellings: readonly (readonly [RegExp, UnitKind])[] = [
  [/物业/, 'propertyCompany'],
  [/社会组织|社团|民非|协会|基金会|志愿/, 'socialOrganization'],
  [/事业/, 'institution'],
  [/供水|供热|供电|燃气|公用事业/, 'utility'],
  [/企业|公司|个体|商户|非公|合作社/, 'nonPublicEnterprise'],
  [/机关|部门|局$/, 'department'],
]

/** The kind that a file names; null where it is none that files bring (the party tree is entered by hand). */
function kindOf(word: string): UnitKind | null {
  const named = unitKinds.find((kind) => kind === word || kinds[kind].say.zh === word)
  const found = named ?? spellings.find(([pattern]) => pattern.test(word))?.[1] ?? null
  return found && kinds[found].party === null ? found : null
}

function reading(run: RegisterRun, day: string, readArea: (text: string) => string | null): (row: Row) => EnterUnit | null {
  return (row) => {
    const [uscc, area] = [row.creditCode('uscc'), row.area(run, readArea, 2)]
    const kind = kindOf(row.text('kind'))
    if (kind === null) row.say('orgs.unknown-kind', 'kind', 'unread')
    const [name, phone] = [row.short('name', 80), row.short('phone', 40)]
    if (uscc === null || area === null || kind === null) return null
    return { id: uscc, kind, name, area, uscc, phone, valid_from: day, source: run.source, run: run.id }
  }
}

/** Units with their credit codes as a register that takes in files (002-66). */
export const unitRegister: Register = {
  name: 'units',
  title: { zh: '单位', en: 'Units' },
  by: ['systemAdmin'],
  batch: 500,
  columns: [
    {
      name: 'uscc',
      title: { zh: '统一社会信用代码', en: 'Unified social credit code' },
      headers: ['信用代码', '社会信用代码', '机构代码'],
      required: true,
      personal: false,
    },
    {
      name: 'name',
      title: { zh: '单位名称', en: 'Name' },
      headers: ['名称', '企业名称', '机构名称', '组织名称'],
      required: true,
      personal: false,
    },
    {
      name: 'kind',
      title: { zh: '单位种类', en: 'Kind' },
      headers: ['种类', '类型', '单位类型', '单位性质', '机构类型'],
      required: true,
      personal: false,
    },
    {
      name: 'area',
      title: { zh: '所在区划', en: 'Area' },
      headers: ['区划', '所属社区', '所属街道', '社区', '行政区划'],
      required: false,
      personal: false,
    },
    { name: 'phone', title: { zh: '单位电话', en: 'Phone' }, headers: ['联系电话', '电话', '办公电话'], required: false, personal: true },
  ],
  problems: {
    ...rowProblems,
    'orgs.unknown-kind': { zh: '不认识这个单位种类。', en: 'The kind of unit is not known.' },
    'orgs.bad-code': { zh: '统一社会信用代码的校验位不对。', en: 'The credit code has a wrong check character.' },
    'orgs.old-code': {
      zh: '15 位是旧注册号，不是统一社会信用代码。',
      en: 'Fifteen digits are an old registration number, no credit code.',
    },
    'orgs.rounded-code': { zh: '代码被表格软件改成了科学计数，已经不全。', en: 'A spreadsheet rounded the code; its digits are lost.' },
  },
  async take(ctx: Context, run, rows) {
    const read = reading(run, localDate(ctx.now), await readAreasIn(ctx, ''))
    const taken = await takeRows(rows, read, (made) => enterUnits(ctx, made, run.dry))
    if (!run.dry && taken.taken > 0) await changed(ctx)
    return taken
  },
  async undo(ctx, run) {
    const gone = await undone(() => removeUnits(ctx.db, run))
    await changed(ctx)
    return gone
  },
}
