import { auditIn } from '#platform/audit'
import type { Context } from '#platform/context'
import { type Db, statement } from '#platform/db'
import type { Agreement } from '../domain/directory.ts'

interface AgreementRow {
  readonly id: string
  readonly title_zh: string
  readonly title_en: string
  readonly unit_a: string
  readonly unit_b: string
  readonly categories: string[]
  readonly area: string
  readonly valid_from: string
  readonly valid_to: string | null
}

const columns = 'id, title_zh, title_en, unit_a, unit_b, categories, area, valid_from, valid_to'

const toAgreement = (row: AgreementRow): Agreement => ({
  id: row.id,
  title: { zh: row.title_zh, en: row.title_en },
  units: [row.unit_a, row.unit_b],
  categories: row.categories,
  area: row.area,
  validFrom: row.valid_from,
  validTo: row.valid_to,
})

/** Agreements by id; `after` and `limit` page them. */
export async function loadAgreements(db: Db, page: { after?: string; limit?: number } = {}): Promise<Agreement[]> {
  const rows = await db.query<AgreementRow>({
    name: 'directory.agreements',
    text: `select ${columns} from directory.agreement where $1::uuid is null or id > $1 order by id limit $2`,
    values: [page.after ?? null, page.limit ?? null],
  })
  return rows.map(toAgreement)
}

/** One agreement, or null. */
export async function loadAgreement(db: Db, id: string): Promise<Agreement | null> {
  const text = `select ${columns} from directory.agreement where id = $1`
  const [row] = await db.query<AgreementRow>({ name: 'directory.agreement', text, values: [id] })
  return row === undefined ? null : toAgreement(row)
}

/** Keeps a new agreement and tells the servers. */
export async function insertAgreement(ctx: Context, one: Agreement): Promise<void> {
  const sql = statement()
  const values = [one.id, one.title.zh, one.title.en, ...one.units, one.categories, one.area, one.validFrom, one.validTo].map((value) =>
    sql.bind(value),
  )
  sql.with('made', `insert into directory.agreement (${columns}) values (${values.join(', ')})`)
  sql.with('revised', 'update directory.revision set n = n + 1')
  auditIn(sql, ctx, { action: 'agreement.made', object: { kind: 'agreement', id: one.id }, facts: { units: one.units.join(',') } })
  await ctx.db.query(sql.done('select 1'))
}

/** Ends an agreement with a day (included) and tells the servers. */
export async function endAgreement(ctx: Context, id: string, on: string): Promise<void> {
  const sql = statement()
  sql.with('ended', `update directory.agreement set valid_to = ${sql.bind(on)}, version = version + 1 where id = ${sql.bind(id)}`)
  sql.with('revised', 'update directory.revision set n = n + 1')
  auditIn(sql, ctx, { action: 'agreement.ended', object: { kind: 'agreement', id }, facts: { on } })
  await ctx.db.query(sql.done('select 1'))
}
