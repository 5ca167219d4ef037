import { z } from 'zod'

/*
 * How a file becomes matters, declared and not programmed: which column is what, how its times are written and where they hold,
 * and how the place is found. A city keeps one for each system whose exports it takes in (000-09 一个口子管理).
 */

const column = z.string().min(1).max(200)

/** A column by its name in the first row, or a value that holds for every row. */
const field = z.union([column, z.strictObject({ constant: z.string().min(1).max(400) })])
export type Field = z.infer<typeof field>

const areaCode = z.string().regex(/^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$/)

/** Ways to find where it is, tried in this order; the first that leads somewhere counts. */
const way = z.discriminatedUnion('by', [
  /** `optional`: rows without coordinates are nothing to be told of. */
  z.strictObject({
    by: z.literal('point'),
    lon: column,
    lat: column,
    datum: z.enum(['wgs84', 'gcj02', 'bd09']),
    optional: z.boolean().default(false),
  }),
  /** A column that holds a division's code or name; the table says what else may stand there. */
  z.strictObject({ by: z.literal('area'), column, table: z.record(z.string().min(1), areaCode).optional() }),
  /** The first of these words in the columns' text, where `#` stands for a run of digits: `A#区`. */
  z.strictObject({
    by: z.literal('text'),
    columns: z.array(column).min(1).max(6),
    table: z
      .array(z.strictObject({ token: z.string().min(1).max(40), area: areaCode }))
      .min(1)
      .max(2000),
  }),
])
export type Way = z.infer<typeof way>

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== ''
  } catch {
    return false
  }
}

const format = z
  .string()
  .max(40)
  .regex(/^(yyyy|MM?|dd?|HH?|hh?|mm?|ss?|a|[^A-Za-z])+$/)
  .refine((text) => ['yyyy', 'M', 'd'].every((part) => text.includes(part)))

/** A declared mapping. Times are written as in `formats` (yyyy M MM d dd H HH h hh m mm s ss a) in `timeZone`. */
export const Mapping = z
  .strictObject({
    /** The system that the rows come from; with the row's id it makes importing twice harmless. */
    system: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
    encoding: z.enum(['auto', 'utf-8', 'gb18030']).default('auto'),
    delimiter: z.enum([',', ';', '\t', '|']).default(','),
    /** Name of the sheet in a workbook; the first one by default. */
    sheet: z.string().max(60).optional(),
    timeZone: z.string().max(60).refine(isZone),
    formats: z.array(format).min(1).max(10),
    id: column,
    /** Joined by a new line, empty ones left out. */
    text: z.array(field).min(1).max(8),
    reportedAt: column,
    /** What was answered there, and when. */
    reply: column.optional(),
    repliedAt: column.optional(),
    /** Codes of the catalogue, or what the table makes of the column. Where it says nothing, the words of the text decide. */
    category: z
      .union([
        z.strictObject({ column, table: z.record(z.string(), z.string().max(20)).optional() }),
        z.strictObject({ constant: z.string().max(20) }),
      ])
      .optional(),
    place: z.array(way).max(4),
    /** Words that say where: put one after the other. */
    address: z.array(field).max(6).default([]),
    reporter: z.strictObject({ name: column.optional(), phone: column.optional() }).default({}),
  })
  .meta({ id: 'ImportMapping' })

export type Mapping = z.infer<typeof Mapping>
export type MappingInput = z.input<typeof Mapping>

/** Every column that a mapping names. */
export function columnsOf(mapping: Mapping): string[] {
  const fields = [...mapping.text, ...mapping.address].flatMap((one) => (typeof one === 'string' ? [one] : []))
  const places = mapping.place.flatMap((one) => (one.by === 'point' ? [one.lon, one.lat] : one.by === 'area' ? [one.column] : one.columns))
  const category = mapping.category && 'column' in mapping.category ? [mapping.category.column] : []
  const others = [mapping.id, mapping.reportedAt, mapping.reply, mapping.repliedAt, mapping.reporter.name, mapping.reporter.phone]
  return [...new Set([...fields, ...places, ...category, ...others.flatMap((one) => one ?? [])])]
}
