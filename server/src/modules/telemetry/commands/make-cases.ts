import type { Context } from '#platform/context'
import { brokenConstraint } from '#platform/db'
import { newId } from '#platform/ids'
import { areaNames } from '#modules/areas'
import { casesOfOrigin, type Report, reportCase, unfinishedCases } from '#modules/cases'
import { alarmWords, stormWords } from '../domain/alarm-words.ts'
import type { Rule } from '../domain/rule.ts'
import { gather, type Storm, stormPolicy, type Waiting } from '../domain/storm.ts'
import { type Shelf, shelf } from '../shelf.ts'
import { giveCase, type NewStorm, recentStorms, waitingAlarms, type WaitingRow } from '../sql/alarms.ts'

/** Alarms looked at in a round. */
const most = 50_000

/** By which system a matter came in. */
const origin = 'telemetry'

const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})
const said = (at: Date | number): string => clock.format(at)

interface Round {
  readonly ctx: Context
  readonly shelf: Shelf
  readonly rows: ReadonlyMap<string, WaitingRow>
}

const factsOf = (row: WaitingRow) => ({ component: row.component, device: row.device_name, value: row.value, place: row.place_words })

function known(round: Round, alarms: readonly Waiting[]): WaitingRow[] {
  return alarms.flatMap(({ id }) => round.rows.get(id) ?? [])
}

/** Reports a matter once: the alarms' ids are its origin, so that a round that was cut short is taken up again. */
async function reported(
  ctx: Context,
  alarms: readonly WaitingRow[],
  report: Omit<Report, 'channel' | 'anonymous' | 'origin' | 'registered'>,
): Promise<string> {
  const ids = alarms.map((one) => one.id)
  const before = await casesOfOrigin(ctx, origin, ids)
  const [made] = before.values()
  if (made !== undefined) return made
  try {
    const noun = await reportCase(ctx, {
      ...report,
      channel: 'device',
      anonymous: true,
      registered: true,
      origin: { system: origin, id: ids[0] ?? '' },
    })
    return noun.id
  } catch (error) {
    if (brokenConstraint(error) !== 'case_origin') throw error
    return reported(ctx, alarms, report) // another server has just made it
  }
}

async function single(round: Round, rule: Rule, alarm: Waiting): Promise<void> {
  const { ctx } = round
  const [row] = known(round, [alarm])
  const kind = row && round.shelf.kinds.get(row.device_kind)
  if (!row || !kind || rule.category === null) return
  const again = row.earlier_case !== null && (await unfinishedCases(ctx, [row.earlier_case])).has(row.earlier_case)
  const text = alarmWords(rule, kind, factsOf(row), said(row.opened_at))
  const place =
    row.lon === null || row.lat === null
      ? null
      : { lon: row.lon, lat: row.lat, source: 'wgs84' as const, area: row.area, words: row.place_words ?? undefined }
  const caseId =
    again && row.earlier_case ? row.earlier_case : await reported(ctx, [row], { text, category: rule.category, place, area: row.area })
  await giveCase(ctx.db, row.region, [row.id], caseId, null)
}

async function storm(round: Round, rule: Rule, scope: string, alarms: readonly Waiting[]): Promise<void> {
  const { ctx } = round
  const rows = known(round, alarms)
  const [first, last] = [alarms[0], alarms.at(-1)]
  const kind = round.shelf.kinds.get(rows[0]?.device_kind ?? '')
  if (!first || !last || !kind || rule.category === null) return
  const name = (await areaNames(ctx, [scope])).get(scope) ?? scope
  const text = stormWords(rule, kind, name, rows.map(factsOf), said(first.openedAt), said(last.openedAt))
  const caseId = await reported(ctx, rows, { text, category: rule.category, severity: 'large', area: scope })
  const made: NewStorm = {
    region: first.region,
    id: newId(first.region, ctx.now),
    kind: rule.code,
    scope,
    caseId,
    openedAt: new Date(first.openedAt),
    lastAt: new Date(last.openedAt),
  }
  await giveCase(
    ctx.db,
    first.region,
    alarms.map((one) => one.id),
    caseId,
    made,
  )
}

/** Storms of the last minutes whose matter is not finished. */
async function growingStorms(ctx: Context): Promise<Storm[]> {
  const storms = await recentStorms(ctx.db, new Date(ctx.now.getTime() - 2 * stormPolicy.windowMs))
  const unfinished = await unfinishedCases(
    ctx,
    storms.map((one) => one.caseId),
  )
  return storms.filter((one) => unfinished.has(one.caseId))
}

/**
 * 报警转诉求: alarms that have stood long enough become matters, through the ordinary intake, with an owner and a clock; many of one kind in one
 * area at once become one (002-68). Gives how many matters were made or joined. Harmless when repeated or run twice at once.
 */
export async function makeCases(ctx: Context): Promise<number> {
  const known = await shelf(ctx)
  const making = [...known.rules.values()].filter((rule) => rule.enabled && rule.category !== null)
  const rows = await waitingAlarms(
    ctx.db,
    making.map((rule) => rule.code),
    ctx.now,
    most,
  )
  if (rows.length === 0) return 0
  const now = ctx.now.getTime()
  const waiting = rows.map(({ region, id, kind, area, opened_at }) => ({
    region,
    id,
    kind,
    area,
    openedAt: opened_at.getTime(),
    waitSeconds: known.rules.get(kind)?.waitSeconds ?? 0,
  }))
  const decisions = gather(waiting, await growingStorms(ctx), now)
  const round: Round = { ctx, shelf: known, rows: new Map(rows.map((row) => [row.id, row])) }
  for (const decision of decisions) {
    if (decision.to === 'join') {
      const { storm: one, alarms } = decision
      const lastAt = new Date(Math.max(one.lastAt, ...alarms.slice(-1).map((alarm) => alarm.openedAt)))
      await giveCase(
        ctx.db,
        one.region,
        alarms.map((alarm) => alarm.id),
        one.caseId,
        { ...one, openedAt: lastAt, lastAt },
      )
      continue
    }
    const rule = known.rules.get(decision.to === 'case' ? decision.alarm.kind : decision.kind)
    if (rule) await (decision.to === 'case' ? single(round, rule, decision.alarm) : storm(round, rule, decision.scope, decision.alarms))
  }
  return decisions.length
}
