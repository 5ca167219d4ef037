import type { Context } from '#platform/context'
import type { Told } from '#platform/outbox'
import { monthOf } from '../domain/flags.ts'
import { repeatsOf } from '../queries/repeated-photos.ts'
import { loadCase } from '../sql/store.ts'

interface Answered {
  readonly id: string
  readonly caseId: string
  readonly unit: string
}

/** After a unit's answer: which of its photos repeat an earlier one of other work. Written once a photo, however often it is heard. */
export async function noteRepeats(ctx: Context, events: readonly Told[]): Promise<void> {
  for (const event of events) {
    const { id, caseId, unit } = event.facts as unknown as Answered
    const { noun, orders } = await loadCase(ctx, caseId)
    const photos = orders.find((order) => order.id === id)?.photos ?? []
    const found = photos.length === 0 ? [] : (await repeatsOf(ctx, noun)).filter(({ alike }) => photos.includes(alike.id))
    if (found.length === 0) continue
    await ctx.db.query({
      name: 'case.photo-repeats',
      text: `insert into cases.photo_repeat (region, photo, month, area, unit, case_id, earlier)
        select $1, photo, $4, $5, $6, $7, earlier from unnest($2::uuid[], $3::uuid[]) as f(photo, earlier) on conflict do nothing`,
      values: [
        noun.region,
        found.map(({ alike }) => alike.id),
        found.map(({ alike }) => alike.like),
        monthOf(ctx.now).month,
        noun.area,
        unit,
        caseId,
      ],
    })
  }
}
