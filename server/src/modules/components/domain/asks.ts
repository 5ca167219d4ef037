import { z } from 'zod'
import { label, say } from '#mechanisms/flow'
import { origins, originSay } from './component.ts'

/** What moves of a component ask. */

export const reasons = [
  'patrol',
  'report',
  'sensor',
  'weather',
  'traffic',
  'age',
  'works',
  'replaced',
  'found',
  'mistake',
  'other',
] as const
export type Reason = (typeof reasons)[number]

export const reasonSay: Readonly<Record<Reason, { readonly zh: string; readonly en: string }>> = {
  patrol: say('巡查发现', 'Seen on patrol'),
  report: say('群众反映', 'Reported by residents'),
  sensor: say('监测告警', 'An alarm'),
  weather: say('天气', 'Weather'),
  traffic: say('车辆碰撞', 'Hit by a vehicle'),
  age: say('老化', 'Age'),
  works: say('施工', 'Construction'),
  replaced: say('已更换', 'Replaced'),
  found: say('已找回', 'Found again'),
  mistake: say('登记有误', 'A mistake in the register'),
  other: say('其他', 'Other'),
}

const because = (...some: readonly [Reason, ...Reason[]]) =>
  z.enum(some).meta(label('原因', 'Why', undefined, { 'x-say': some.map((one) => reasonSay[one]) }))
const note = z
  .string()
  .trim()
  .max(500)
  .optional()
  .meta(
    label('说明', 'Note', 'longtext', {
      'x-help': say('写事不写人，不要写姓名和电话。', 'About the thing, not about people: no names, no phones.'),
    }),
  )

export const Worse = z.strictObject({ because: because('patrol', 'report', 'sensor', 'weather', 'traffic', 'age', 'works', 'other'), note })
export const Better = z.strictObject({ because: because('works', 'replaced', 'found', 'mistake', 'other'), note })
export const Away = z.strictObject({ because: because('age', 'works', 'replaced', 'mistake', 'other'), note })

const day = z.iso.date()
const text = (most: number, title: string, en: string) => z.string().trim().max(most).meta(label(title, en))

/** A line of at most 2,000 points. */
const Line = z
  .array(z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]))
  .min(2)
  .max(2000)

/** A body as it is typed: its name, and beside it its credit code and the telephone of its service. */
const BodyInput = (title: string, en: string) =>
  z
    .strictObject({
      name: text(60, '单位名称', 'Name').min(2),
      uscc: text(18, '统一社会信用代码', 'Credit code').optional(),
      phone: text(20, '服务电话', 'Service telephone').optional(),
    })
    .meta(label(title, en))

const Place = z.strictObject({
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
  source: z.enum(['wgs84', 'cgcs2000', 'gcj02', 'bd09']).default('wgs84'),
})

const attributes = {
  name: text(30, '名称', 'Name').min(1),
  owner: BodyInput('权属单位', 'Owner').nullish(),
  keeper: BodyInput('养护单位', 'Maintained by').nullish(),
  supervisor: BodyInput('主管部门', 'Supervising department').nullish(),
  place: Place.optional().meta(label('位置', 'Place', 'place')),
  line: Line.optional().meta(label('走向（线状部件）', 'Line (of a line feature)')),
  placeWords: text(120, '位置说明', 'Where it is').nullish(),
  unitGrid: z
    .string()
    .regex(/^\d{15}$/)
    .nullish()
    .meta(label('所在单元网格', 'Unit grid')),
  since: day.optional().meta(label('初始日期', 'First recorded')),
  dataOrigin: z
    .enum(origins)
    .nullish()
    .meta(label('数据来源', 'Where the data comes from', undefined, { 'x-say': origins.map((one) => originSay[one]) })),
  remark: text(200, '备注', 'Remark').nullish(),
  dwelling: z
    .string()
    .regex(/^[0-9A-Za-z.-]{1,40}$/)
    .nullish()
    .meta(
      label('所属住户的门牌编码', 'Code of the dwelling it belongs to', undefined, {
        'x-help': say('入户垃圾桶等填写，不对外公开。', 'For a household’s bin and the like; never public.'),
      }),
    ),
} as const

/** What is entered of a new component. Without `code` it is given the next number of its type in its county. */
export const NewComponent = z
  .strictObject({
    ...attributes,
    type: z
      .string()
      .regex(/^C?\d{5}$/)
      .optional()
      .meta(label('类型', 'Type')),
    code: z.string().max(40).optional().meta(label('部件标识码', 'Code of the component')),
    formerCode: z.string().max(40).optional().meta(label('旧标识码（16 位）', 'Former code (16 digits)')),
    state: z.enum(['intact', 'damaged', 'lost', 'abandoned']).optional().meta(label('状态', 'State')),
  })
  .meta({ id: 'NewComponent' })

/** What changes of a component's attributes; what is left out stays. */
export const Amend = z.strictObject({ ...attributes, name: attributes.name.optional(), note })
export type Amendment = z.output<typeof Amend>
export type Entered = z.output<typeof NewComponent>
export type BodyTyped = NonNullable<Amendment['owner']>
