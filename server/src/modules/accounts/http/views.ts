import type { z } from 'zod'
import { FIELD_SAY, PURPOSES } from '#platform/vault'
import type { AccountView, HolderView, SessionView } from '../queries/accounts.ts'
import type { LookView } from '../queries/me.ts'
import type { Account, HolderList, LookList, Session } from './schemas.ts'

export function accountCard({ row, name, phone, posts }: AccountView): z.input<typeof Account> {
  return {
    id: row.id,
    kind: row.kind,
    signIn: row.sign_in,
    name,
    phone,
    area: row.area,
    locked: row.locked_at !== null,
    hasPassword: row.password !== null,
    secondFactor: row.second_factor_at !== null,
    createdAt: row.created_at.toISOString(),
    posts: posts.map((one) => ({ ...one, from: one.from.toISOString() })),
  }
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
    fieldSay: FIELD_SAY[look.field],
    purpose: look.purpose,
    purposeSay: PURPOSES[look.purpose],
  }))
  return { items, next: items.length === limit ? (items.at(-1)?.id ?? null) : null }
}

export function holderCards(rows: readonly HolderView[]): z.input<typeof HolderList> {
  return { items: rows.map((row) => ({ ...row, from: row.from.toISOString(), to: row.to?.toISOString() ?? null })) }
}
