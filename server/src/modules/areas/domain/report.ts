import type { Say } from '#platform/refusal'
import type { Finding, Named } from './findings.ts'

/** A row of an import that was not taken, with its place in the file (the first row below the header is 1). */
export interface RowProblem {
  readonly row: number
  readonly area: string | null
  readonly code: string
  readonly say: Say
}

/** What an import did, or would do when it is only tried. Nothing is left out: created + changed + same + refused = rows. */
export interface ImportReport {
  readonly dryRun: boolean
  readonly rows: number
  readonly created: number
  readonly changed: number
  readonly same: number
  readonly refused: readonly RowProblem[]
  /** Known and standing, but not in the file: nothing is dropped by an import, a person decides. */
  readonly absent: readonly Named[]
  readonly findings: readonly Finding[]
}

const SAYS = {
  'areas.code-malformed': {
    zh: '不是区划代码（2、4、6、9、12 或 15 位数字）。',
    en: 'This is no area code (2, 4, 6, 9, 12 or 15 digits).',
  },
  'areas.row-no-name': { zh: '没有名称。', en: 'There is no name.' },
  'areas.row-no-code': { zh: '既没有网格编码，也没有社区代码。', en: 'There is neither a grid code nor a community code.' },
  'areas.row-level': { zh: '这一级不在本次导入范围内。', en: 'Areas of this level are not part of this import.' },
  'areas.row-repeated': {
    zh: '同一代码在文件中出现多次，内容不同。',
    en: 'The same code stands in the file more than once, with other content.',
  },
  'areas.row-parent-missing': { zh: '上一级不存在或已撤销。', en: 'The area above does not exist or was dropped.' },
  'areas.code-reused': { zh: '该代码已撤销，撤销的代码不再使用。', en: 'This code was dropped, and a dropped code is never used again.' },
  'areas.row-out-of-reach': { zh: '不在您的管理范围内。', en: 'This lies outside of your area.' },
  'areas.row-kind': { zh: '网格类型只能是综合、专属或微网格。', en: 'The kind of a grid is general, dedicated or micro.' },
  'areas.row-households': { zh: '户数须为 0–100000 的整数。', en: 'Households are a whole number from 0 to 100,000.' },
  'areas.row-no-external': { zh: '没有外部编码，或超过 80 个字符。', en: 'There is no external code, or it is longer than 80 characters.' },
  'areas.row-area-missing': { zh: '没有这个区域。', en: 'There is no such area.' },
  'areas.row-two-areas': {
    zh: '同一外部编码对应了两个区域，请先核对。',
    en: 'One external code stands for two areas here; please settle which.',
  },
  'areas.row-place-kind': { zh: '类型只能是道路、小区或地标。', en: 'The kind is street, compound or landmark.' },
  'areas.row-point': { zh: '经纬度不对。', en: 'Longitude or latitude is wrong.' },
  'areas.row-outside-city': { zh: '不在本市范围内。', en: 'This lies outside of the city.' },
  'areas.row-geometry': { zh: '没有面状边界（Polygon 或 MultiPolygon）。', en: 'There is no areal border (Polygon or MultiPolygon).' },
} satisfies Record<string, Say>

export type RowCode = keyof typeof SAYS

/** A refused row in the words of the house. */
export function problem(row: number, area: string | null, code: RowCode): RowProblem {
  return { row, area, code, say: SAYS[code] }
}
