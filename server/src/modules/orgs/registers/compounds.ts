import { localDate } from '#platform/calendar'
import { cityRegion, newId } from '#platform/ids'
import type { Register } from '#platform/register'
import { readAreasIn } from '#modules/areas'
import { readCompoundKinds } from '../domain/compound.ts'
import { enterCompounds, removeCompounds } from '../sql/enter.ts'
import { rowProblems } from './row.ts'
import { takeRows, undone } from './take.ts'

/** Residential compounds as a register that takes in files (001-09, 004-07); who manages one is entered with its bodies. */
export const compoundRegister: Register = {
  name: 'compounds',
  title: { zh: '小区', en: 'Compounds' },
  by: ['systemAdmin'],
  batch: 500,
  columns: [
    {
      name: 'name',
      title: { zh: '小区名称', en: 'Name' },
      headers: ['名称', '小区', '楼院名称', '小区（楼院）名称'],
      required: true,
      personal: false,
    },
    {
      name: 'area',
      title: { zh: '所在社区或网格', en: 'Community or grid' },
      headers: ['社区', '所属社区', '网格', '所属网格', '区划'],
      required: false,
      personal: false,
    },
    {
      name: 'kinds',
      title: { zh: '小区类型', en: 'Kinds' },
      headers: ['类型', '类别', '性质', '小区性质'],
      required: false,
      personal: false,
    },
    {
      name: 'households',
      title: { zh: '户数', en: 'Households' },
      headers: ['总户数', '住户数', '居民户数'],
      required: false,
      personal: false,
    },
    {
      name: 'built',
      title: { zh: '建成年份', en: 'Year built' },
      headers: ['建成年代', '年代', '建设年份'],
      required: false,
      personal: false,
    },
  ],
  problems: {
    ...rowProblems,
    'orgs.unknown-kind': { zh: '有不认识的小区类型，没有记。', en: 'A kind of compound is not known and was left out.' },
  },
  async take(ctx, run, rows) {
    const readArea = await readAreasIn(ctx, '')
    const seen = new Map<string, string>()
    const read = (row: Parameters<Parameters<typeof takeRows>[1]>[0]) => {
      const [area, name] = [row.area(run, readArea, 12), row.short('name', 80)]
      const { kinds, rest } = readCompoundKinds(row.text('kinds'))
      if (rest) row.say('orgs.unknown-kind', 'kinds', 'odd')
      const [households, built] = [row.whole('households', 0, 100_000), row.whole('built', 1800, 2200)]
      if (area === null) return null
      const key = `${area.slice(0, 12)} ${name}`
      const id = seen.get(key) ?? newId(cityRegion, ctx.now)
      seen.set(key, id)
      return { id, name, area, households, kinds, built, source: run.source, run: run.id }
    }
    return takeRows(rows, read, (made) => enterCompounds(ctx, made, localDate(ctx.now), run.dry))
  },
  undo: (ctx, run) => undone(() => removeCompounds(ctx.db, run)),
}
