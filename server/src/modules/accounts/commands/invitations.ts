import { audit } from '#platform/audit'
import { type Context, systemActor } from '#platform/context'
import { refuse } from '#platform/refusal'
import { adminRoles, createUnit, establishPost, place, postId } from '#modules/orgs'
import { hashToken, newToken } from '../secrets/token.ts'
import { accountRow } from '../sql/accounts.ts'
import type { InvitationRow, Tables } from '../sql/tables.ts'
import { writeStaff } from './create.ts'
import { setPassword } from './passwords.ts'
import { endSessions } from './sessions.ts'

/** Hours for which a link works. */
const HOURS = { firstAdministrator: 72, account: 7 * 24 } as const

async function write(ctx: Context, kind: InvitationRow['kind'], account: string | null): Promise<string> {
  const token = newToken()
  const expires = new Date(ctx.now.getTime() + HOURS[kind] * 3_600_000)
  await ctx.db.query({
    name: 'accounts.invite',
    text: `with older as (update accounts.invitation set used_at = $4 where account is not distinct from $3 and kind = $2 and used_at is null)
      insert into accounts.invitation (token_hash, kind, account, created_at, expires_at) values ($1, $2, $3, $4, $5)`,
    values: [hashToken(token), kind, account, ctx.now, expires],
  })
  return `${ctx.city.config.publicUrl}/desk/invitation/${token}`
}

/**
 * The single-use link for the administrator of a new city, good for three days; older ones become useless. Null if the
 * city has an account already.
 */
export async function inviteFirstAdministrator(ctx: Context): Promise<string | null> {
  const [row] = await ctx.db.query<{ any: boolean }>({ text: 'select exists (select 1 from accounts.account) as any', values: [] })
  return row?.any ? null : write(ctx, 'firstAdministrator', null)
}

/** The single-use link with which a person chooses a password, good for seven days; older ones become useless. */
export const inviteToChoosePassword = (ctx: Context, account: string): Promise<string> => write(ctx, 'account', account)

function useless() {
  return refuse('missing', 'invitation.useless', {
    zh: '这个链接已用过、已过期或不存在。请向安全管理员另要一个。',
    en: 'This link was used, is too old, or never was. Ask your security administrator for a new one.',
  })
}

/** What a link is for. @throws invitation.useless */
export async function readInvitation(
  ctx: Context,
  token: string,
): Promise<{ kind: InvitationRow['kind']; signIn: string | null; expiresAt: Date }> {
  const row = await ctx.db
    .tables<Tables>()
    .selectFrom('accounts.invitation')
    .selectAll()
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst()
  if (!row || row.used_at !== null || row.expires_at <= ctx.now) throw useless()
  const account = row.account === null ? null : await accountRow(ctx, row.account)
  return { kind: row.kind, signIn: account?.sign_in ?? null, expiresAt: row.expires_at }
}

async function use(ctx: Context, token: string, kind: InvitationRow['kind']): Promise<InvitationRow> {
  const [row] = await ctx.db.query<InvitationRow>({
    name: 'accounts.use-invitation',
    text: 'update accounts.invitation set used_at = $3 where token_hash = $1 and kind = $2 and used_at is null and expires_at > $3 returning *',
    values: [hashToken(token), kind, ctx.now],
  })
  if (!row) throw useless()
  return row
}

/** Chooses the password of the account that the link is for; all its devices are signed out. @throws invitation.useless, accounts.weak */
export async function acceptInvitation(ctx: Context, token: string, password: string): Promise<void> {
  const { account } = await use(ctx, token, 'account')
  if (account === null) throw useless()
  const row = await accountRow(ctx, account)
  await setPassword(ctx, row, password)
  await endSessions(ctx, account)
  await audit(ctx, { action: 'invitation.accepted', object: { kind: 'account', id: account } })
}

export interface FirstCity {
  readonly signIn: string
  readonly name: string
  readonly password: string
  /** Four digits of a city or six of a county: its scope. */
  readonly area: string
  readonly cityName: string
}

/**
 * Founds the city: its government, the posts of the three administrators, and the first account, which is the security
 * administrator's. That one makes the accounts of the other two; nobody is two of them.
 * @throws invitation.useless, accounts.weak, accounts.taken
 */
export async function foundCity(ctx: Context, token: string, first: FirstCity): Promise<string> {
  await use(ctx, token, 'firstAdministrator')
  const founding: Context = { ...ctx, actor: systemActor('founding') }
  const org = `gov-${first.area}`
  await createUnit(founding, { id: org, kind: 'government', name: first.cityName, area: first.area })
  for (const role of adminRoles) await establishPost(founding, { role, org, area: first.area })
  const account = await writeStaff(founding, { signIn: first.signIn, name: first.name, area: first.area })
  await setPassword(founding, account, first.password)
  await place(founding, postId('securityAdmin', org, first.area), account.id)
  return account.id
}
