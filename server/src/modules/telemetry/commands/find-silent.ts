import type { Context } from '#platform/context'
import { newId } from '#platform/ids'
import { raiseAlarms, silentDevices } from '../sql/alarms.ts'

/** Devices in a round; the rest comes with the next one. */
const most = 20_000
const chunk = 2_000

/** Raises an alarm for each device from which nothing has come for as long as its rule allows; the next message clears it. Gives how many. */
export async function findSilent(ctx: Context): Promise<number> {
  const found = await silentDevices(ctx.db, ctx.now, most)
  for (let from = 0; from < found.length; from += chunk) {
    const raised = found.slice(from, from + chunk).map(({ region, device, component, area, kind }) => ({
      region,
      id: newId(region, ctx.now),
      component,
      kind,
      device,
      area,
      openedAt: ctx.now.getTime(),
      lastAt: ctx.now.getTime(),
      times: 1,
      value: null,
      worst: null,
      low: false,
    }))
    // Two devices of one component are one alarm.
    await raiseAlarms(ctx.db, [...new Map(raised.map((one) => [`${one.region} ${one.component} ${one.kind}`, one])).values()])
  }
  return found.length
}
