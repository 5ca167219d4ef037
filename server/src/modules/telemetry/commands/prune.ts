import type { Context } from '#platform/context'
import { slotsToEmpty } from '../domain/message.ts'
import { emptySlots } from '../sql/alarms.ts'

/** Empties the weeks of readings that are older than what the city keeps (LINLI_READING_WEEKS). Gives how many weeks it emptied. */
export function prune(ctx: Context): Promise<number> {
  return emptySlots(ctx.db, slotsToEmpty(ctx.now.getTime(), ctx.city.config.readingWeeks))
}
