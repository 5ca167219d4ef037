import { type Actor, type Context, postCovers } from '#platform/context'
import { brokenConstraint } from '#platform/db'
import { Refusal } from '#platform/refusal'
import { beginLife, casesOfOrigin, draftCase, recordLives, type Report } from '#modules/cases'
import type { RowProblem } from '../domain/problems.ts'
import type { ReadRow } from '../domain/read-row.ts'
import { placeRow } from './place-row.ts'

/** Who takes in, for which area, from which system; the same for every row of a run. */
export interface Taking {
  readonly ctx: Context
  readonly actor: Actor
  /** Where a row goes that names no place: the city, or the area of the importer's post. */
  readonly area: string
  readonly system: string
  readonly dry: boolean
  readonly names: ReadonlyMap<string, string | null>
}

/** What became of rows. */
export interface Taken {
  readonly taken: number
  readonly already: number
  readonly found: readonly RowProblem[]
}

interface Ready {
  readonly row: ReadRow
  readonly report: Report
}

const outside = (line: number): RowProblem => ({ line, code: 'imports.outside-reach', column: null, value: null })

async function reportOf(taking: Taking, row: ReadRow, found: RowProblem[]): Promise<Report | null> {
  const place = await placeRow(taking.ctx, row, taking.names)
  const area = place.area ?? taking.area
  const [post] = taking.actor.posts
  if (post && !postCovers(post, area)) {
    found.push(outside(row.line))
    return null
  }
  found.push(...row.odd, ...place.odd)
  const words = place.words ?? undefined
  return {
    channel: 'import',
    text: row.text,
    ...(row.category !== null && { category: row.category }),
    ...(place.point ? { place: { ...place.point, area, words } } : { area, address: words }),
    reporter: row.reporter,
    origin: { system: taking.system, id: row.id },
  }
}

/** The context of a row: the time is the one at which it was reported. */
function then(taking: Taking, row: ReadRow): Context {
  return { ...taking.ctx, actor: taking.actor, now: row.reportedAt, once: null }
}

/** Drafts a row once; a category that the catalogue does not take is told, and the words decide. Null when intake refuses it. */
async function checkedReport(taking: Taking, { row, report }: Ready, found: RowProblem[]): Promise<Ready | null> {
  try {
    await draftCase(then(taking, row), report)
    return { row, report }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'catalogue.unknown' && report.category !== undefined) {
      found.push({ line: row.line, code: 'imports.unknown-category', column: null, value: report.category })
      return checkedReport(taking, { row, report: { ...report, category: undefined } }, found)
    }
    found.push({ line: row.line, code: 'imports.refused', column: null, value: error.code.slice(0, 60) })
    return null
  }
}

/** A number that was drawn twice, or a row that another run has just taken in. */
function isCollision(error: unknown): boolean {
  const constraint = brokenConstraint(error)
  return constraint === 'case_number' || constraint === 'case_origin'
}

const mostTries = 20

/** Writes lives in one statement; where two collide, in halves, and single ones again with a new number. */
async function write(taking: Taking, ready: readonly Ready[], tries = 0): Promise<number> {
  if (ready.length === 0) return 0
  try {
    const lives = await Promise.all(ready.map(({ row, report }) => beginLife(then(taking, row), report)))
    await recordLives(taking.ctx, lives)
    return ready.length
  } catch (error) {
    if (!isCollision(error) || tries >= mostTries) throw error
    const known = await casesOfOrigin(
      taking.ctx,
      taking.system,
      ready.map(({ row }) => row.id),
    )
    const left = ready.filter(({ row }) => !known.has(row.id))
    const half = Math.ceil(left.length / 2)
    return (await write(taking, left.slice(0, half), tries + 1)) + (await write(taking, left.slice(half), tries + 1))
  }
}

/** Takes in a batch of rows by the ordinary intake; rows that are there already stay as they are (origin and its id are unique). */
export async function takeRows(taking: Taking, rows: readonly ReadRow[]): Promise<Taken> {
  const known = await casesOfOrigin(
    taking.ctx,
    taking.system,
    rows.map((row) => row.id),
  )
  const found: RowProblem[] = []
  const ready: Ready[] = []
  for (const row of rows) {
    if (known.has(row.id)) continue
    const problems: RowProblem[] = []
    const report = await reportOf(taking, row, problems)
    const one = report && (await checkedReport(taking, { row, report }, problems))
    if (one) ready.push(one)
    found.push(...problems)
  }
  const taken = taking.dry ? ready.length : await write(taking, ready)
  return { taken, already: known.size + ready.length - taken, found }
}
