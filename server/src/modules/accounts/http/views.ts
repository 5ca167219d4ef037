import type { z } from 'zod'
import type { Context } from '#platform/context'
import { LOOKED_SAY, PURPOSES } from '#platform/vault'
import { areaNames } from '#modules/areas'
import type { listApiKeys } from '../commands/api-keys.ts'
import type { AccountView, HolderView, SessionView } from '../queries/accounts.ts'
import type { LookView } from '../queries/me.ts'
import type { Account, HolderList, KeyList, LookList, Session } from './schemas.ts'

export function accountCard({ row, name, phone, areaName, posts }: AccountView): z.input<typeof Account> {
  return {
    id: row.id,
    kind: row.kind,
    signIn: row.sign_in,
    name,
    phone,
    area: row.area,
    areaName,
    locked: row.locked_at !== null,
    hasPassword: row.password !== null,
    secondFactor: row.second_factor_at !== null,
    createdAt: row.created_at.toISOString(),
    posts: posts.map((one) => ({ ...one, from: one.from.toISOString() })),
  }
}

/** API keys with the names of their areas; never the key itself. */
export async function keyCards(ctx: Context, rows: Awaited<ReturnType<typeof listApiKeys>>): Promise<z.input<typeof KeyList>['items']> {
  const areas = await areaNames(
    ctx,
    rows.map((row) => row.area),
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    area: row.area,
    areaName: areas.get(row.area) ?? row.area,
    createdAt: row.created_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  }))
}

/** When a device signed in and until when at most; not when it was used last. */
export function sessionCard(row: SessionView, own: string | null): z.input<typeof Session> {
  return {
    id: row.id,
    device: row.agent,
    signedInAt: row.created_at.toISOString(),
    endsAt: row.expires_at.toISOString(),
    here: row.id === own,
  }
}

export function lookCards(looks: readonly LookView[], limit: number): z.input<typeof LookList> {
  const items = looks.map((look) => ({
    id: look.id,
    at: look.at.toISOString(),
    unit: look.unit,
    role: look.role,
    name: look.name,
    field: look.field,
    fieldSay: LOOKED_SAY[look.field],
    purpose: look.purpose,
    purposeSay: PURPOSES[look.purpose],
  }))
  return { items, next: items.length === limit ? (items.at(-1)?.id ?? null) : null }
}

export function holderCards(rows: readonly HolderView[]): z.input<typeof HolderList> {
  return { items: rows.map((row) => ({ ...row, from: row.from.toISOString(), to: row.to?.toISOString() ?? null })) }
}
