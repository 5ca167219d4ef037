import type { Context } from '#platform/context'
import { newId } from '#platform/ids'
import { firstLetters } from '#platform/pinyin'
import type { Register, RegisterRun } from '#platform/register'
import { regionOfArea } from '#modules/areas'
import { addressKey, readAddress, type Segments } from '../domain/address.ts'
import { kindOf, kindsAt, nextInspection } from '../domain/cycle.ts'
import { keepers } from '../domain/permit.ts'
import { allKinds } from '../sql/kinds.ts'
import { type SmallPlaceRow, smallPlaceTable } from '../sql/tables.ts'
import { type Row, rowProblems, whereColumns } from './row.ts'
import { takeInto, undoIn } from './take.ts'
import { locating } from './where.ts'

/** What all spellings of a small place have in common. */
export function smallPlaceKey(name: string, segments: Segments): string {
  return `${name
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s()（）【】“”"'·-]/g, '')}|${addressKey(segments)}`
}

/** Makes rows of a run into entries. */
async function reader(ctx: Context, run: RegisterRun): Promise<(row: Row) => Promise<{ key: string; row: SmallPlaceRow } | null>> {
  const [where, kinds] = [await locating(ctx, run), await allKinds(ctx.db)]
  return async (row) => {
    const at = await where(row)
    const [name, address] = [row.short('name', 80), row.short('address', 160)]
    const kind = at && kindOf(kindsAt(kinds, at.area), row.text('kind') ?? '')
    if (at && !kind) row.say('places.unknown-kind', 'kind', 'unread')
    if (!at || !kind || row.isOut) return null
    const segments = readAddress(address)
    const region = regionOfArea(at.area)
    const [cycle, inspected] = [row.whole('cycleDays', 1, 3660), row.day('inspectedOn')]
    const key = smallPlaceKey(name, segments)
    return {
      key: `${at.area.slice(0, 12)} ${key}`,
      row: {
        region,
        id: newId(region, ctx.now),
        ...at,
        kind: kind.code,
        key,
        name,
        address,
        segments,
        uscc: row.creditCode('uscc'),
        cycle_days: cycle,
        inspected_on: inspected,
        next_on: nextInspection(inspected, cycle, kind.cycle_days),
        initials: firstLetters(name),
        source: run.source,
        run: run.id,
      },
    }
  }
}

/** 九小场所 as a register that takes in files (002-65). */
export const smallPlaceRegister: Register = {
  name: 'small-places',
  title: { zh: '九小场所', en: 'Small places' },
  by: keepers,
  batch: 500,
  columns: [
    {
      name: 'name',
      title: { zh: '名称', en: 'Name' },
      headers: ['场所名称', '单位名称', '店名', '字号', '商户名称'],
      required: true,
      personal: false,
    },
    {
      name: 'kind',
      title: { zh: '类型', en: 'Kind' },
      headers: ['场所类型', '场所类别', '类别', '种类', '行业'],
      required: true,
      personal: false,
    },
    {
      name: 'address',
      title: { zh: '地址', en: 'Address' },
      headers: ['场所地址', '详细地址', '经营地址', '位置', '住所'],
      required: true,
      personal: false,
    },
    ...whereColumns,
    {
      name: 'uscc',
      title: { zh: '统一社会信用代码', en: 'Unified social credit code' },
      headers: ['信用代码', '社会信用代码', '营业执照号', '注册号'],
      required: false,
      personal: false,
    },
    {
      name: 'inspectedOn',
      title: { zh: '上次检查', en: 'Last inspected' },
      headers: ['检查日期', '上次检查日期', '最近检查时间'],
      required: false,
      personal: false,
    },
    {
      name: 'cycleDays',
      title: { zh: '检查周期（天）', en: 'Cycle in days' },
      headers: ['检查周期', '巡查周期'],
      required: false,
      personal: false,
    },
  ],
  problems: {
    ...rowProblems,
    'places.unknown-kind': {
      zh: '这里没有这一类场所。请按字典填写。',
      en: 'There is no such kind of place here. Use one of the dictionary.',
    },
    'places.bad-code': {
      zh: '统一社会信用代码的校验位不对，没有记。',
      en: 'The credit code has a wrong check character and was left out.',
    },
    'places.old-code': {
      zh: '15 位是旧注册号，不是统一社会信用代码，没有记。',
      en: 'Fifteen digits are an old registration number, no credit code; it was left out.',
    },
    'places.rounded-code': {
      zh: '代码被表格软件改成了科学计数，已经不全，没有记。',
      en: 'A spreadsheet rounded the code; its digits are lost, and it was left out.',
    },
  },
  take: async (ctx, run, rows) => takeInto(ctx, run, rows, smallPlaceTable, await reader(ctx, run)),
  undo: (ctx, run) => undoIn(ctx, smallPlaceTable.table, run),
}
