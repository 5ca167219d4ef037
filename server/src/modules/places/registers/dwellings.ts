import type { Context } from '#platform/context'
import { newId } from '#platform/ids'
import type { Register, RegisterRun } from '#platform/register'
import { regionOfArea } from '#modules/areas'
import { addressKey, buildingPart, readAddress } from '../domain/address.ts'
import { keepers } from '../domain/permit.ts'
import { tenureOf } from '../domain/words.ts'
import { type Entrance, findBuildings, keepEntrances } from '../sql/buildings.ts'
import { type DwellingRow, dwellingTable } from '../sql/tables.ts'
import { divisionNames } from './buildings.ts'
import { Row, rowProblems, whereColumns } from './row.ts'
import { takeInto, undoIn } from './take.ts'
import { locating } from './where.ts'

interface Found {
  readonly key: string
  readonly community: string
  readonly entrance: string
  readonly floor: number | null
  readonly room: string
  readonly tenure: string
}

/** What a row says of a dwelling: in one address, or in columns of their own. */
async function found(ctx: Context, run: RegisterRun): Promise<(row: Row) => Promise<Found | null>> {
  const [where, divisions] = [await locating(ctx, run), divisionNames(ctx)]
  return async (row) => {
    const at = await where(row)
    const said = row.short('address', 160)
    if (!at || row.isOut) return null
    const segments = readAddress(said, await divisions(at.area))
    const room = (row.text('room') ?? segments.room ?? '').replace(/[室号]$/, '')
    const entrance = (row.text('entrance') ?? segments.entrance ?? '').replace(/单元$/, '')
    if (room === '' || room.length > 20 || entrance.length > 20) {
      row.say('places.no-room', 'room', 'unread')
      return null
    }
    const floor = row.whole('floor', -5, 200) ?? segments.floor ?? null
    return {
      key: addressKey(buildingPart(segments)),
      community: at.area.slice(0, 12),
      entrance,
      floor,
      room,
      tenure: tenureOf(row.text('tenure')),
    }
  }
}

async function reader(
  ctx: Context,
  run: RegisterRun,
  rows: readonly Row[],
  entrances: Entrance[],
): Promise<(row: Row) => Promise<{ key: string; row: DwellingRow } | null>> {
  const read = await found(ctx, run)
  const said = new Map<number, Found | null>()
  for (const row of rows) said.set(row.line, await read(row))
  const problems = new Map(rows.map((row) => [row.line, row.problems]))
  const buildings = await findBuildings(
    ctx.db,
    [...said.values()].flatMap((one) => one ?? []),
  )
  return async (row) => {
    row.problems.push(...(problems.get(row.line) ?? []))
    const one = said.get(row.line)
    if (!one) return null
    const building = buildings.get(`${one.community} ${one.key}`)
    if (building === undefined) {
      row.say('places.no-building', 'address', 'unread')
      return null
    }
    const region = regionOfArea(one.community)
    const { entrance, floor, room, tenure } = one
    if (entrance !== '') entrances.push({ region, building, name: entrance })
    return {
      key: `${building} ${entrance} ${room}`,
      row: { region, id: newId(region, ctx.now), building, entrance, floor, room, tenure, source: run.source, run: run.id },
    }
  }
}

/** Dwellings of buildings that are there, as a register that takes in files. Nobody who lives in them is named. */
export const dwellingRegister: Register = {
  name: 'dwellings',
  title: { zh: '户室', en: 'Dwellings' },
  by: keepers,
  batch: 500,
  columns: [
    {
      name: 'address',
      title: { zh: '地址', en: 'Address' },
      headers: ['详细地址', '标准地址', '楼栋地址', '楼栋'],
      required: true,
      personal: false,
    },
    ...whereColumns.filter((column) => column.name === 'area'),
    { name: 'entrance', title: { zh: '单元', en: 'Entrance' }, headers: ['单元号', '门洞'], required: false, personal: false },
    { name: 'floor', title: { zh: '楼层', en: 'Floor' }, headers: ['层', '所在层'], required: false, personal: false },
    { name: 'room', title: { zh: '房号', en: 'Room' }, headers: ['室', '房间号', '户号', '门牌'], required: false, personal: false },
    {
      name: 'tenure',
      title: { zh: '使用情况', en: 'How it is used' },
      headers: ['房屋状态', '居住情况', '房屋性质', '是否出租'],
      required: false,
      personal: false,
    },
  ],
  problems: {
    ...rowProblems,
    'places.no-room': { zh: '没有写明房号。', en: 'It names no room.' },
    'places.no-building': {
      zh: '楼栋台账里没有这栋楼，请先导入楼栋。',
      en: 'The building is not in the register; import the buildings first.',
    },
  },
  async take(ctx, run, rows) {
    const entrances: Entrance[] = []
    const read = await reader(
      ctx,
      run,
      rows.map((row) => new Row(row)),
      entrances,
    )
    const taken = await takeInto(ctx, run, rows, dwellingTable, read)
    if (!run.dry) await keepEntrances(ctx.db, entrances)
    return taken
  },
  undo: (ctx, run) => undoIn(ctx, dwellingTable.table, run),
}
