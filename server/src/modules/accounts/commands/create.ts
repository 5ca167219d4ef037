import { audit } from '#platform/audit'
import type { Context } from '#platform/context'
import { sqlState, statement } from '#platform/db'
import { cityRegion, newId } from '#platform/ids'
import { refuse } from '#platform/refusal'
import { type Fields, subjectIn } from '#platform/vault'
import { hashPassword } from '../secrets/password.ts'
import type { AccountRow, Tables } from '../sql/tables.ts'

export interface StaffInput {
  readonly signIn: string
  readonly name: string
  readonly phone?: string | undefined
  /** Scope of the unit that the person belongs to. */
  readonly area: string
}

async function newPerson(ctx: Context, fields: Fields): Promise<string> {
  const person = ctx.city.vault.newSubject(cityRegion, ctx.now)
  const sql = statement()
  subjectIn(sql, ctx.city.vault, person, fields)
  await ctx.db.query(sql.done('select 1'))
  return person.id
}

async function insert(ctx: Context, row: AccountRow): Promise<AccountRow> {
  try {
    await ctx.db.tables<Tables>().insertInto('accounts.account').values(row).execute()
    return row
  } catch (error) {
    if (sqlState(error) !== '23505') throw error
    throw refuse('conflict', 'accounts.taken', {
      zh: '这个账号名或手机号已有账号。',
      en: 'This account name or phone has an account already.',
    })
  }
}

const blank = { password: null, password_at: null, second_factor_at: null, second_factor_step: null, locked_at: null } as const

/** Writes a staff account without a password; permission is the caller's question. Joins the caller's transaction. @throws accounts.taken */
export async function writeStaff(ctx: Context, input: StaffInput): Promise<AccountRow> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db }
    const fields = { name: input.name, ...(input.phone !== undefined && { phone: input.phone }) }
    const subject_id = await newPerson(inside, fields)
    const row = {
      ...blank,
      id: newId(cityRegion, ctx.now),
      kind: 'staff' as const,
      sign_in: input.signIn,
      phone_hash: null,
      subject_id,
      area: input.area,
    }
    const made = await insert(inside, { ...row, created_at: ctx.now })
    await audit(inside, { action: 'account.created', object: { kind: 'account', id: made.id }, facts: { kind: 'staff', area: made.area } })
    return made
  })
}

/**
 * Writes a resident's account for a phone that was proven by a code; the demonstration's residents also have a name to
 * sign in with. @throws accounts.taken
 */
export async function writeResident(ctx: Context, phone: string, name?: string, signIn?: string): Promise<AccountRow> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db }
    const subject_id = await newPerson(inside, { phone, ...(name !== undefined && { name }) })
    const phone_hash = ctx.city.vault.hash('phone', phone)
    const row = {
      ...blank,
      id: newId(cityRegion, ctx.now),
      kind: 'resident' as const,
      sign_in: signIn ?? null,
      phone_hash,
      subject_id,
      area: '',
    }
    const made = await insert(inside, { ...row, created_at: ctx.now })
    await audit(inside, { action: 'account.created', object: { kind: 'account', id: made.id }, facts: { kind: 'resident' } })
    return made
  })
}

/** Sets passwords of many accounts at once, for seeds: hashing takes a moment, and equal ones are hashed once. */
export async function seedPasswords(ctx: Context, list: readonly { readonly account: string; readonly password: string }[]): Promise<void> {
  const hashes = new Map<string, string>()
  for (const { password } of list) if (!hashes.has(password)) hashes.set(password, await hashPassword(password))
  await ctx.db.query({
    name: 'accounts.seed-passwords',
    text: `update accounts.account a set password = w.password, password_at = $3 from unnest($1::uuid[], $2::text[]) as w(id, password) where a.id = w.id`,
    values: [list.map((one) => one.account), list.map((one) => hashes.get(one.password)), ctx.now],
  })
}
