import type { Context } from '#platform/context'
import { newId } from '#platform/ids'
import type { Sample } from '../domain/judge.ts'
import { slotOf } from '../domain/message.ts'
import { clearAlarms, type Raised, storeBatch } from '../sql/store-batch.ts'
import type { DeviceRow } from '../sql/tables.ts'

/** What a device is to have said already: for the demonstration. */
export interface History {
  readonly device: DeviceRow
  /** By measure, in the order of their times (ms). */
  readonly readings: Readonly<Record<string, readonly Sample[]>>
  readonly alarms: readonly {
    readonly kind: string
    readonly openedAt: number
    readonly clearedAt: number | null
    readonly value: number
    readonly low: boolean
  }[]
}

function raisedOf({ device, alarms }: History): Raised[] {
  return alarms.map(({ kind, openedAt, clearedAt, value, low }) => ({
    region: device.region,
    id: newId(device.region, new Date(openedAt)),
    component: device.component,
    kind,
    device: device.id,
    area: device.area,
    openedAt,
    lastAt: clearedAt ?? openedAt,
    times: 3,
    value,
    worst: value,
    low,
  }))
}

/** Writes what devices have said and which alarms there were; nobody is told of what is past. */
export async function writeHistory(ctx: Context, histories: readonly History[]): Promise<void> {
  for (const history of histories) {
    const { device, readings } = history
    const { region, id, component } = device
    const all = Object.entries(readings).flatMap(([measure, samples]) =>
      samples.map(({ at, value }) => ({ region, device: id, measure, at, slot: slotOf(at), value })),
    )
    const latest = Object.fromEntries(Object.entries(readings).map(([measure, samples]) => [measure, samples.at(-1)]))
    const state = {
      region,
      device: id,
      heardAt: Math.max(...all.map((one) => one.at)),
      latest,
      memory: {},
      problem: null,
      problemAt: null,
      problems: 0,
    }
    await storeBatch(ctx.db, { readings: all, raised: raisedOf(history), states: [state], cleared: [] })
    const over = history.alarms.flatMap(({ kind, clearedAt }) => (clearedAt === null ? [] : [{ region, component, kind, at: clearedAt }]))
    await clearAlarms(ctx.db, over)
  }
}
