import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { areaNames } from '#modules/areas'
import { openRecords, saidOf, sayingOf } from '../commands/regroup.ts'
import { personOfAccount } from '../commands/verify-me.ts'
import { ethnicityName } from '../domain/ethnicity.ts'
import { fieldNames, fieldSay } from '../domain/person.ts'
import { trustIn } from '../domain/sources.ts'
import { becauseSay, winner } from '../domain/winner.ts'
import { recordsOf } from '../sql/persons.ts'
import { allSources } from '../sql/sources.ts'
import { sexSay, sourceSay } from './field-views.ts'
import { recordViews } from './record-views.ts'
import { requestsOf } from './requests.ts'

/**
 * What the register holds about the person who is signed in and verified: in the clear, with the source of each field, every record, and what
 * they asked. Their own copy, at any time. PIPL article 45
 */
export async function myPerson(ctx: Context) {
  const person = await personOfAccount(ctx)
  if (!person) return { known: false, fields: [], records: [], requests: [] }
  const [sources, rows] = [await allSources(ctx), await recordsOf(ctx, [person.id])]
  const areas = await areaNames(
    ctx,
    rows.map((row) => row.area),
  )
  const open = openRecords(ctx, [person], rows)
  const fields = fieldNames.flatMap((field) => {
    if (field === 'household') return []
    const claims = open.flatMap((one) => {
      const value = saidOf(one)[field]
      const saying = sayingOf(one, sources)
      return value === undefined ? [] : [{ ...saying, trust: trustIn(saying.trust, field), value }]
    })
    const best = winner(claims)
    if (!best) return []
    const { value, source, asOf } = best.claim
    const plain =
      field === 'area'
        ? (areas.get(value) ?? value)
        : field === 'ethnicity'
          ? ethnicityName(value)
          : field === 'sex'
            ? (sexSay[value] ?? value)
            : value
    return [
      {
        field,
        say: fieldSay[field],
        value: plain,
        source: sourceSay(sources.get(source), source),
        asOf,
        because: becauseSay[best.because],
      },
    ]
  })
  return { known: true, fields, records: recordViews(rows, sources, areas, localDate(ctx.now)), requests: await requestsOf(ctx, person) }
}
