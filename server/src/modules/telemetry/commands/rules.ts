import { audit } from '#platform/audit'
import type { Context } from '#platform/context'
import { refuse } from '#platform/refusal'
import { pickCategory } from '#modules/catalogue'
import type { DeviceKind } from '../domain/device.ts'
import { missing } from '../domain/permit.ts'
import { isSound, type Rule } from '../domain/rule.ts'
import { usualKinds, usualRules } from '../domain/usual-kinds.ts'
import { forget, shelf } from '../shelf.ts'
import { addKinds, addRules, allRules, saveRule } from '../sql/rules.ts'

const taken = () =>
  refuse('conflict', 'telemetry.code-taken', { zh: '这个代码已经有了。请换一个。', en: 'This code is in use. Choose another.' })

/** @throws Refusal `telemetry.test` (422) · `telemetry.no-such-measure` (422) · `catalogue.unknown` (422) */
async function check(ctx: Context, rule: Rule): Promise<void> {
  const kind = (await shelf(ctx)).kinds.get(rule.deviceKind)
  if (!kind) throw refuse('invalid', 'telemetry.no-such-kind', { zh: '没有这种设备类型。', en: 'There is no such kind of device.' })
  const isSilence = rule.test.kind === 'silence'
  if (isSilence !== (rule.measure === null) || (rule.measure !== null && !kind.measures.some((one) => one.key === rule.measure)))
    throw refuse('invalid', 'telemetry.no-such-measure', { zh: '这类设备不测这个量。', en: 'This kind of device does not measure that.' })
  if (!isSound(rule.test))
    throw refuse('invalid', 'telemetry.test', {
      zh: '恢复值应在报警值的正常一侧，不然报警永远不会解除。',
      en: 'The value at which it clears must lie on the good side of the limit, else the alarm never ends.',
    })
  if (rule.category !== null) await pickCategory(ctx, rule.category)
}

/** Adds a kind of device of the city's own. @throws Refusal `telemetry.code-taken` (409) */
export async function addKind(ctx: Context, kind: DeviceKind): Promise<DeviceKind> {
  if ((await addKinds(ctx, [kind])).length === 0) throw taken()
  await audit(ctx, { action: 'deviceKind.added', object: { kind: 'deviceKind', id: kind.code } })
  forget(ctx.city)
  return kind
}

/** Adds a rule, in force at once. @throws Refusal as `changeRule`, and `telemetry.code-taken` (409) */
export async function addRule(ctx: Context, given: Omit<Rule, 'version'>): Promise<Rule> {
  const rule: Rule = { ...given, version: 1 }
  await check(ctx, rule)
  if ((await addRules(ctx, [rule])).length === 0) throw taken()
  await audit(ctx, { action: 'deviceRule.added', object: { kind: 'deviceRule', id: rule.code }, facts: { kind: rule.deviceKind } })
  forget(ctx.city)
  return rule
}

export type RuleChange = { readonly version: number } & {
  readonly [Key in 'say' | 'test' | 'enabled' | 'category' | 'waitSeconds']?: Rule[Key] | undefined
}

/**
 * Changes a rule; open alarms stay as they are and clear by the new rule.
 * @throws Refusal `telemetry.rule` (404) · `telemetry.stale` (409) · `telemetry.test` · `telemetry.no-such-measure` · `catalogue.unknown` (422)
 */
export async function changeRule(ctx: Context, code: string, change: RuleChange): Promise<Rule> {
  const before = (await allRules(ctx.db)).find((one) => one.code === code)
  if (!before) throw missing('rule')
  const given = Object.entries(change).filter(([, value]) => value !== undefined)
  const next: Rule = { ...before, ...Object.fromEntries(given) }
  await check(ctx, next)
  const fields = given.map(([name]) => name).filter((name) => name !== 'version')
  const saved = await saveRule(ctx, next, fields.join(','))
  if (!saved)
    throw refuse('conflict', 'telemetry.stale', {
      zh: '刚被别人改过。请刷新后再改。',
      en: 'Somebody has just changed it. Please reload and change it again.',
    })
  forget(ctx.city)
  return saved
}

/** The kinds and rules that a city begins with; what it has already is left as it is. */
export async function seedRules(ctx: Context): Promise<void> {
  await addKinds(ctx, usualKinds)
  await addRules(
    ctx,
    usualRules.map((rule) => ({ ...rule, enabled: true, version: 1 })),
  )
}
