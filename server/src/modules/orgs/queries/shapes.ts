import type { PostRow, UnitRow } from '../sql/tables.ts'

/** A unit as routes show it. */
export type UnitView = UnitRow

/** A post with its organisation's name and how many persons hold it. */
export interface PostView extends PostRow {
  readonly orgName: { readonly zh: string; readonly en: string }
  readonly holders: number
}
