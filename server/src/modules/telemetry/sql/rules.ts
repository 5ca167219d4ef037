import { auditIn } from '#platform/audit'
import type { Context } from '#platform/context'
import { type Db, statement } from '#platform/db'
import type { DeviceKind } from '../domain/device.ts'
import type { Rule } from '../domain/rule.ts'
import type { KindRow, RuleRow } from './tables.ts'

const kindOf = (row: KindRow): DeviceKind => ({ code: row.code, say: { zh: row.name_zh, en: row.name_en }, measures: row.measures })

const ruleOf = (row: RuleRow): Rule => ({
  code: row.code,
  deviceKind: row.device_kind,
  measure: row.measure,
  say: { zh: row.name_zh, en: row.name_en },
  test: row.test,
  enabled: row.enabled,
  category: row.category,
  waitSeconds: row.wait_seconds,
  version: row.version,
})

export async function allKinds(db: Db): Promise<DeviceKind[]> {
  const text = 'select code, name_zh, name_en, measures from telemetry.device_kind order by code limit 1000'
  return (await db.query<KindRow>({ name: 'telemetry.kinds', text, values: [] })).map(kindOf)
}

const ruleColumns = 'code, device_kind, measure, name_zh, name_en, test, enabled, category, wait_seconds, version'

export async function allRules(db: Db): Promise<Rule[]> {
  const text = `select ${ruleColumns} from telemetry.rule order by device_kind, code limit 5000`
  return (await db.query<RuleRow>({ name: 'telemetry.rules', text, values: [] })).map(ruleOf)
}

/** Writes kinds that are not there yet; gives the codes that were written. */
export async function addKinds(ctx: Context, kinds: readonly DeviceKind[]): Promise<string[]> {
  const rows = kinds.map(({ code, say, measures }) => ({ code, name_zh: say.zh, name_en: say.en, measures, changed_at: ctx.now }))
  const made = await ctx.db.query<{ code: string }>({
    name: 'telemetry.add-kinds',
    text: `insert into telemetry.device_kind select * from jsonb_populate_recordset(null::telemetry.device_kind, $1) on conflict do nothing returning code`,
    values: [JSON.stringify(rows)],
  })
  return made.map((row) => row.code)
}

/** Writes rules that are not there yet; gives the codes that were written. */
export async function addRules(ctx: Context, rules: readonly Rule[]): Promise<string[]> {
  const rows = rules.map((rule) => ({
    code: rule.code,
    device_kind: rule.deviceKind,
    measure: rule.measure,
    name_zh: rule.say.zh,
    name_en: rule.say.en,
    test: rule.test,
    enabled: rule.enabled,
    category: rule.category,
    wait_seconds: rule.waitSeconds,
    version: rule.version,
    changed_at: ctx.now,
  }))
  const made = await ctx.db.query<{ code: string }>({
    name: 'telemetry.add-rules',
    text: `insert into telemetry.rule select * from jsonb_populate_recordset(null::telemetry.rule, $1) on conflict do nothing returning code`,
    values: [JSON.stringify(rows)],
  })
  return made.map((row) => row.code)
}

/** Saves a rule if it still has its version; null when it has not. */
export async function saveRule(ctx: Context, rule: Rule, fields: string): Promise<Rule | null> {
  const sql = statement()
  const set = [
    `name_zh = ${sql.bind(rule.say.zh)}, name_en = ${sql.bind(rule.say.en)}, test = ${sql.bind(JSON.stringify(rule.test))}`,
    `enabled = ${sql.bind(rule.enabled)}, category = ${sql.bind(rule.category)}, wait_seconds = ${sql.bind(rule.waitSeconds)}`,
    `version = version + 1, changed_at = ${sql.bind(ctx.now)}`,
  ].join(', ')
  sql.with(
    'saved',
    `update telemetry.rule set ${set} where code = ${sql.bind(rule.code)} and version = ${sql.bind(rule.version)} returning ${ruleColumns}`,
  )
  auditIn(sql, ctx, { action: 'deviceRule.changed', object: { kind: 'deviceRule', id: rule.code }, facts: { fields } })
  const [row] = await ctx.db.query<RuleRow>(sql.done('select * from saved'))
  return row ? ruleOf(row) : null
}
