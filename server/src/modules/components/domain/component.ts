import type { Noun } from '#mechanisms/flow'
import type { Say } from '#platform/refusal'

/** 管理部件状态 of GB/T 47678.5: 完好, 破损, 丢失, 废弃, 移除. */
export const states = ['intact', 'damaged', 'lost', 'abandoned', 'removed'] as const
export type State = (typeof states)[number]

export const stateSay: Readonly<Record<State, Say>> = {
  intact: { zh: '完好', en: 'Intact' },
  damaged: { zh: '破损', en: 'Damaged' },
  lost: { zh: '丢失', en: 'Lost' },
  abandoned: { zh: '废弃', en: 'Out of use' },
  removed: { zh: '移除', en: 'Removed' },
}

/** States in which somebody should look at it. */
export const wrongStates: readonly State[] = ['damaged', 'lost']

/** 数据来源 of GB/T 47678.5. */
export const origins = ['surveyed', 'topographic', 'geographic', 'other'] as const
export type Origin = (typeof origins)[number]

export const originSay: Readonly<Record<Origin, Say>> = {
  surveyed: { zh: '实测', en: 'Surveyed' },
  topographic: { zh: '地形图', en: 'Topographic map' },
  geographic: { zh: '基础地理', en: 'Base geography' },
  other: { zh: '其他', en: 'Other' },
}

/** A point of a line in WGS-84 degrees. */
export type LinePoint = readonly [lon: number, lat: number]

/** A city component. The 18 attributes of GB/T 47678.5 and what the city keeps beside them. */
export interface Component extends Noun {
  readonly state: State
  readonly code: string
  /** The id of the older edition under which it was known. */
  readonly former_code: string | null
  readonly name: string
  readonly initials: string
  /** The five digits of its type. */
  readonly type: string
  readonly lon: number
  readonly lat: number
  readonly spot: number
  readonly datum: string
  /** A line feature, such as a flower belt; `lon` and `lat` are its middle then. */
  readonly line: readonly LinePoint[] | null
  readonly metres: number | null
  /** 15 digits of the unit grid 万米单元网格; not an area of ours. */
  readonly unit_grid: string | null
  readonly place_words: string | null
  readonly supervisor: number | null
  readonly owner: number | null
  readonly keeper: number | null
  readonly since: string
  readonly changed_on: string | null
  readonly data_origin: Origin | null
  readonly remark: string | null
  /** The dwelling whose own it is (a household's bin, 000-85), by its code; staff alone read it. */
  readonly dwelling: string | null
  /** The system from which it was taken in, and what it is called there. */
  readonly origin: string | null
  readonly origin_id: string | null
  readonly run: string | null
}

/** A body that supervises, owns or keeps components, with the telephone of its service. */
export interface Body {
  readonly id: number
  readonly name: string
  /** Empty where it is not known. */
  readonly uscc: string
  readonly phone: string | null
}
