import type { Context, Role } from '#platform/context'
import type { Say } from '#platform/refusal'
import { isDemonstration } from '#platform/demonstration'
import { type Look, maskName, readFields, whoLooked } from '#platform/vault'
import { waitingCounts } from '#mechanisms/worklist'
import { areaNames } from '#modules/areas'
import { postNames, roleSay, unitNames } from '#modules/orgs'
import { signedIn } from '../commands/signed-in.ts'
import { accountRow } from '../sql/accounts.ts'
import { maskedNames } from './accounts.ts'

/** Whether the second factor is on, must be set up before anything else, or is not needed. */
export type SecondFactor = 'on' | 'needed' | 'off'

export interface Me {
  readonly account: { readonly id: string; readonly name: string; readonly kind: 'resident' | 'staff'; readonly signIn: string | null }
  readonly posts: readonly {
    readonly id: string
    readonly role: Role
    readonly roleSay: Say
    readonly org: { readonly id: string; readonly name: string }
    readonly area: { readonly code: string; readonly name: string }
  }[]
  readonly counts: { readonly waiting: number; readonly soon: number; readonly late: number; readonly more: boolean }
  readonly lang: 'zh' | 'en'
  readonly secondFactor: SecondFactor
  readonly demonstration: boolean
}

/** A day before it is due, a matter is due soon. */
const SOON = 86_400_000

/** Who is signed in, with what posts, and how much waits. */
export async function me(ctx: Context): Promise<Me> {
  const row = await accountRow(ctx, signedIn(ctx))
  const { posts } = ctx.actor
  const waits = [...posts.map((post) => post.id), `account:${row.id}`]
  const [people, units, areas, counts, demonstration] = await Promise.all([
    readFields(ctx, [row.subject_id]),
    unitNames(
      ctx,
      posts.map((post) => post.org),
    ),
    areaNames(
      ctx,
      posts.map((post) => post.area),
    ),
    waitingCounts(ctx, waits, new Date(ctx.now.getTime() + SOON)),
    isDemonstration(ctx.db),
  ])
  const factorNeeded = row.kind === 'staff' && !demonstration
  return {
    account: { id: row.id, name: people.get(row.subject_id)?.name ?? row.sign_in ?? '', kind: row.kind, signIn: row.sign_in },
    posts: posts.map((post) => ({
      id: post.id,
      role: post.role,
      roleSay: roleSay[post.role],
      org: { id: post.org, name: units.get(post.org) ?? post.org },
      area: { code: post.area, name: areas.get(post.area) ?? post.area },
    })),
    counts,
    lang: ctx.lang,
    secondFactor: row.second_factor_at !== null ? 'on' : factorNeeded ? 'needed' : 'off',
    demonstration,
  }
}

export interface LookView extends Look {
  /** The unit and role that looked, and the person's masked name. */
  readonly unit: string
  readonly role: Say | null
  readonly name: string
}

/** 谁看过我: who looked at the data of the person who is signed in, newest first. */
export async function looksAtMe(ctx: Context, page: { after?: string | undefined; limit: number }): Promise<LookView[]> {
  const { subject_id } = await accountRow(ctx, signedIn(ctx))
  const looks = await whoLooked(ctx, subject_id, page)
  const posts = await postNames(
    ctx,
    looks.flatMap((look) => look.post ?? []),
  )
  const ids = looks.map((look) => look.who).filter((who) => /^[0-9a-f-]{36}$/.test(who))
  const names = await maskedNames(ctx, ids)
  return looks.map((look) => {
    const post = look.post === null ? null : (posts.get(look.post) ?? null)
    return { ...look, unit: post?.name ?? '', role: post?.role ?? null, name: names.get(look.who) ?? maskName('') }
  })
}
