import { ask, choicesFrom, may } from '../../parts/form/ask.ts'
import { areaKindWords, areaWords, datumWords } from './words.ts'

const w = areaWords
type Answers = Readonly<Record<string, unknown>>

const datum = ask('source', w.datum, 'choice', { choices: choicesFrom(datumWords), initial: 'wgs84' })
const households = may(ask('households', w.households, 'number', { min: 0, max: 100_000 }))
const border = [may(ask('geometry', w.geometry, 'file')), may(datum)]

export const addFields = [
  ask('kind', w.kind, 'choice', { choices: choicesFrom(areaKindWords), initial: 'general' }),
  may(ask('community', w.community, 'area')),
  may(ask('code', w.code, 'text', { help: w.addHelp, maxLength: 15 })),
  may(ask('name', w.name, 'text', { maxLength: 60 })),
  households,
  may(ask('validFrom', w.validFrom, 'date')),
  ...border,
]

export const changeFields = [ask('name', w.name, 'text', { maxLength: 60 }), households, ...border]
export const dropFields = [may(ask('on', w.on, 'date')), may(ask('successors', w.successors, 'areas', { maxItems: 50 }))]
export const limitFields = [
  ask('kind', w.kind, 'choice', {
    choices: choicesFrom({ general: areaKindWords.general, dedicated: areaKindWords.dedicated, micro: areaKindWords.micro }),
    initial: 'general',
  }),
  ask('least', w.least, 'number', { min: 0, max: 100_000 }),
  ask('most', w.most, 'number', { min: 0, max: 100_000 }),
]

export const imports = ['divisions', 'grids', 'aliases', 'places'] as const
export type ImportKind = (typeof imports)[number]

const file = ask('text', w.file, 'file')
const tryFirst = ask('dryRun', w.try, 'yesNo', { initial: true })
const from = may(ask('validFrom', w.validFrom, 'date'))

/** What each kind of import asks. */
export const importFields = {
  divisions: [file, from, tryFirst],
  grids: [file, datum, from, tryFirst],
  aliases: [file, ask('scheme', w.scheme, 'text', { help: w.schemeHelp, maxLength: 40 }), tryFirst],
  places: [file, datum, tryFirst],
} as const

/** The geometry of a GeoJSON text: a geometry itself, a feature, or the first feature of a collection. @throws SyntaxError */
export function geometryOf(text: string): unknown {
  const read = JSON.parse(text) as {
    readonly type?: string
    readonly geometry?: unknown
    readonly features?: readonly { readonly geometry: unknown }[]
  }
  if (read.type === 'Feature') return read.geometry
  return read.type === 'FeatureCollection' ? read.features?.[0]?.geometry : read
}

function borderPart(answers: Answers): Record<string, unknown> {
  const { geometry, source = 'wgs84' } = answers
  return typeof geometry === 'string' ? { border: { source, geometry: geometryOf(geometry) } } : {}
}

const rest = (answers: Answers): Record<string, unknown> =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => name !== 'geometry' && name !== 'source'))

/** The request that adds or changes an area. @throws SyntaxError when the border is not JSON */
export const areaBody = (answers: Answers): Record<string, unknown> => ({ ...rest(answers), ...borderPart(answers) })

/** The request of an import. @throws SyntaxError when grids are not JSON */
export function importBody(kind: ImportKind, answers: Answers): Record<string, unknown> {
  const { text, ...others } = answers
  return kind === 'grids' ? { ...others, collection: JSON.parse(String(text)) as unknown } : { ...others, csv: text }
}
