import type { City, Context } from '#platform/context'
import type { DeviceKind } from './domain/device.ts'
import type { Rule } from './domain/rule.ts'
import { allKinds, allRules } from './sql/rules.ts'

/** Kinds of devices and their rules, as this process holds them. */
export interface Shelf {
  readonly kinds: ReadonlyMap<string, DeviceKind>
  readonly rules: ReadonlyMap<string, Rule>
  /** Rules in force by the kind of device. */
  readonly inForce: ReadonlyMap<string, readonly Rule[]>
}

/** How long (ms) this process trusts what it holds. */
const trust = 5_000

const held = new WeakMap<City, { readonly shelf: Promise<Shelf>; readonly at: number }>()

async function read(ctx: Context): Promise<Shelf> {
  const [kinds, rules] = [await allKinds(ctx.db), await allRules(ctx.db)]
  const inForce = new Map<string, Rule[]>()
  for (const rule of rules) {
    if (rule.enabled) inForce.set(rule.deviceKind, [...(inForce.get(rule.deviceKind) ?? []), rule])
  }
  return { kinds: new Map(kinds.map((kind) => [kind.code, kind])), rules: new Map(rules.map((rule) => [rule.code, rule])), inForce }
}

/** Kinds and rules in memory: another server's change is seen within five seconds. */
export function shelf(ctx: Context): Promise<Shelf> {
  const known = held.get(ctx.city)
  if (known && performance.now() - known.at < trust) return known.shelf
  const next = read(ctx)
  if (ctx.db.inTransaction) return next
  held.set(ctx.city, { shelf: next, at: performance.now() })
  next.catch(() => held.delete(ctx.city))
  return next
}

/** Called by whoever changes a kind or a rule. */
export function forget(city: City): void {
  held.delete(city)
}
