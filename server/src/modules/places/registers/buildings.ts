import type { Context } from '#platform/context'
import { newId } from '#platform/ids'
import { firstLetters } from '#platform/pinyin'
import type { Register, RegisterRun } from '#platform/register'
import { areaPath, regionOfArea } from '#modules/areas'
import { findCompounds } from '#modules/orgs'
import { addressKey, buildingPart, readAddress, sayAddress } from '../domain/address.ts'
import { keepers } from '../domain/permit.ts'
import { usageOf } from '../domain/words.ts'
import { type BuildingRow, buildingTable } from '../sql/tables.ts'
import { type Row, rowProblems, whereColumns } from './row.ts'
import { takeInto, undoIn } from './take.ts'
import { locating } from './where.ts'

/** Names of divisions that may stand before an address, from the large to the small. */
export function divisionNames(ctx: Context): (area: string) => Promise<readonly string[]> {
  const known = new Map<string, readonly string[]>()
  return async (area) => {
    const names = known.get(area) ?? (await areaPath(ctx, area)).map((one) => one.name)
    known.set(area, names)
    return names
  }
}

function compoundOf(row: Row, compounds: ReadonlyMap<string, string>, named: string | undefined): string | null {
  const said = row.text('compound') ?? named
  if (said === undefined) return null
  const found = compounds.get(said) ?? null
  if (found === null && row.text('compound') !== null) row.say('places.unknown-compound', 'compound')
  return found
}

async function reader(ctx: Context, run: RegisterRun): Promise<(row: Row) => Promise<{ key: string; row: BuildingRow } | null>> {
  const [where, divisions, compounds] = [await locating(ctx, run), divisionNames(ctx), await findCompounds(ctx, run.area)]
  return async (row) => {
    const at = await where(row)
    const said = row.short('address', 160)
    if (!at || row.isOut) return null
    const segments = buildingPart(readAddress(said, await divisions(at.area)))
    const address = sayAddress(segments)
    if (address === '') {
      row.say('places.no-address', 'address', 'unread')
      return null
    }
    const [region, key] = [regionOfArea(at.area), addressKey(segments)]
    return {
      key: `${at.area.slice(0, 12)} ${key}`,
      row: {
        region,
        id: newId(region, ctx.now),
        ...at,
        compound: compoundOf(row, compounds, segments.estate),
        key,
        address,
        segments,
        usage: usageOf(row.text('usage')),
        floors: row.whole('floors', 1, 200),
        households: row.whole('households', 0, 5000),
        built: row.whole('built', 1800, 2200),
        initials: firstLetters(address),
        source: run.source,
        run: run.id,
      },
    }
  }
}

/** Buildings as a register that takes in files. */
export const buildingRegister: Register = {
  name: 'buildings',
  title: { zh: '楼栋', en: 'Buildings' },
  by: keepers,
  batch: 500,
  columns: [
    {
      name: 'address',
      title: { zh: '楼栋地址', en: 'Address of the building' },
      headers: ['地址', '楼栋', '标准地址', '楼栋名称', '楼号'],
      required: true,
      personal: false,
    },
    ...whereColumns,
    {
      name: 'compound',
      title: { zh: '小区', en: 'Compound' },
      headers: ['小区名称', '所属小区', '小区编号'],
      required: false,
      personal: false,
    },
    { name: 'usage', title: { zh: '用途', en: 'Use' }, headers: ['楼栋用途', '房屋用途', '建筑类型'], required: false, personal: false },
    { name: 'floors', title: { zh: '层数', en: 'Floors' }, headers: ['楼层数', '总层数'], required: false, personal: false },
    { name: 'households', title: { zh: '户数', en: 'Households' }, headers: ['总户数', '住户数'], required: false, personal: false },
    {
      name: 'built',
      title: { zh: '建成年份', en: 'Year built' },
      headers: ['建成年代', '建筑年代', '年份'],
      required: false,
      personal: false,
    },
  ],
  problems: {
    ...rowProblems,
    'places.no-address': { zh: '地址里没有能认出的楼栋或街巷。', en: 'The address names no building and no street.' },
    'places.unknown-compound': { zh: '小区台账里没有这个小区，没有记。', en: 'The compound is not in the register and was left out.' },
  },
  take: async (ctx, run, rows) => takeInto(ctx, run, rows, buildingTable, await reader(ctx, run)),
  undo: (ctx, run) => undoIn(ctx, buildingTable.table, run),
}
