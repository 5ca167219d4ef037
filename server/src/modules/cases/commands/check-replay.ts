import { audit } from '#platform/audit'
import type { Context } from '#platform/context'
import { type ClockLife, type Flow, type Noun, replay, type Trace } from '#mechanisms/flow'
import { caseFlow } from '../domain/case-flow.ts'
import { orderFlow } from '../domain/order-flow.ts'

interface Stored {
  readonly id: string
  readonly region: string
  readonly state: string
  readonly clocks: readonly ClockLife[]
  readonly traces: readonly Trace[]
}

/** A noun whose stored state or promises are not what its history says. */
export interface Difference {
  readonly noun: string
  readonly id: string
  readonly faults: readonly string[]
}

const page = 500

/** Differences that are told; all are counted. */
const kept = 100

async function storedAfter(ctx: Context, table: string, after: string): Promise<Stored[]> {
  return ctx.db.query<Stored>({
    name: `replay.${table}`,
    text: `select n.id, n.region, n.state, n.clocks, (select json_agg(t order by t.seq) from flow.trace t where t.region = n.region and t.noun_id = n.id) as traces
      from ${table} n where n.id > $1 order by n.id limit ${page}`,
    values: [after],
  })
}

function compare<N extends Noun>(flow: Flow<N>, row: Stored): string[] {
  const told = replay(flow, row.traces ?? [])
  const faults = [...told.faults]
  if (told.state !== row.state) faults.push(`state ${row.state}, told ${told.state}`)
  const due = (clocks: readonly ClockLife[]): string =>
    JSON.stringify([...clocks].map((one) => [one.name, one.round, one.dueAt, one.stoppedAt]).sort())
  if (due(told.clocks) !== due(row.clocks)) faults.push('clocks differ')
  return faults
}

/** The nightly check: replays every history and compares it with what is stored. What differs goes to the audit, for a person to look at. */
export async function checkReplay(ctx: Context): Promise<{ checked: number; differing: number; differences: Difference[] }> {
  const differences: Difference[] = []
  let checked = 0
  let differing = 0
  for (const [table, flow] of [
    ['cases."case"', caseFlow],
    ['cases.work_order', orderFlow],
  ] as const) {
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const rows = await storedAfter(ctx, table, after)
      for (const row of rows) {
        const faults = compare(flow as unknown as Flow<Noun>, row)
        if (faults.length > 0 && differing++ < kept) differences.push({ noun: flow.kind, id: row.id, faults })
      }
      checked += rows.length
      const last = rows.at(-1)
      if (!last || rows.length < page) break
      after = last.id
    }
  }
  for (const one of differences)
    await audit(ctx, { action: 'replay.differs', object: { kind: one.noun, id: one.id }, facts: { faults: one.faults.length } })
  return { checked, differing, differences }
}
