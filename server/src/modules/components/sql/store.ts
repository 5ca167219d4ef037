import type { Context } from '#platform/context'
import { holds } from '#platform/context'
import type { Db, Statement } from '#platform/db'
import { regionOf } from '#platform/ids'
import { refuse } from '#platform/refusal'
import type { Component } from '../domain/component.ts'
import { lastSequence } from '../domain/code.ts'
import { readers } from '../domain/component-flow.ts'

/** What is not there, and what lies outside one's area, look the same. */
export function missing(): Error {
  return refuse('missing', 'component.missing', {
    zh: '没有找到这个部件，或不在您的管辖范围内。',
    en: 'There is no such component, or it lies outside your area.',
  })
}

/** Dates as days: `date` columns are read as texts. */
type Row = Component

/** A component as this actor may see it. @throws Refusal `component.missing` (404) */
export async function loadComponent(ctx: Context, id: string): Promise<Component> {
  const region = regionOf(id)
  if (region === null) throw missing()
  const [row] = await ctx.db.query<Row>({
    name: 'component.load',
    text: 'select * from components.component where region = $1 and id = $2',
    values: [region, id],
  })
  if (!row || (ctx.actor.kind !== 'system' && !holds(ctx.actor, readers, row.area))) throw missing()
  return row
}

/** The component with an id of either edition, or null: the code names its county, so one index answers. */
export async function findByCode(db: Db, code: string): Promise<Component | null> {
  const [row] = await db.query<Row>({
    name: 'component.by-code',
    text: 'select * from components.component where region = $1 and code = $2',
    values: [code.slice(0, 6), code],
  })
  return row ?? null
}

/** Gives `many` unused numbers of a type in a county: the first of them; where a code ended with the last number, those of the first gap that is wide enough. @throws Refusal `component.no-number` (409) */
export async function takeNumbers(db: Db, region: string, type: string, many: number): Promise<number> {
  const [row] = await db.query<{ last: number }>({
    name: 'component.number',
    text: `insert into components.sequence as s (region, type, last) values ($1, $2, $3)
      on conflict (region, type) do update set last = s.last + $3 where s.last + $3 <= $4 returning last`,
    values: [region, type, many, lastSequence],
  })
  if (row) return row.last - many + 1
  const [gap] = await db.query<{ first: number }>({
    name: 'component.gap',
    text: `select before + 1 as first from (
        select right(code, 6)::int as n, lag(right(code, 6)::int, 1, 0) over (order by code) as before from components.component
        where region = $1 and length(code) = 17 and code between $1 || $2::text || '000001' and $1 || $2 || '999999') taken
      where n - before > $3 order by before limit 1`,
    values: [region, type, many],
  })
  if (!gap) {
    throw refuse('conflict', 'component.no-number', {
      zh: '这个县区的这类部件，六位流水号已用完，不能再自动编号。请填写标识码。',
      en: 'The six-digit numbers of this type are used up in this county. Please enter a code.',
    })
  }
  return gap.first
}

/** Lets the counter know a number that came with a code, in the statement that enters it: no later one is given again. */
export function noteNumberIn(sql: Statement, code: string, prefix = ''): void {
  if (code.length !== 17) return
  sql.with(
    `${prefix}numbered`,
    `insert into components.sequence as s (region, type, last) values (${sql.bind(code.slice(0, 6))}, ${sql.bind(code.slice(6, 11))}, ${sql.bind(Number(code.slice(-6)))}::int)
     on conflict (region, type) do update set last = greatest(s.last, excluded.last)`,
  )
}
