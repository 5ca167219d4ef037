import type { Context } from '#platform/context'
import type { DeviceKind } from '../domain/device.ts'
import type { Rule } from '../domain/rule.ts'
import { allKinds, allRules } from '../sql/rules.ts'

/** All kinds of devices, as they lie in the database now. */
export const listKinds = (ctx: Context): Promise<DeviceKind[]> => allKinds(ctx.db)

/** All rules, as they lie in the database now. */
export const listRules = (ctx: Context): Promise<Rule[]> => allRules(ctx.db)
