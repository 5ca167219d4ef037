import type { Context } from '#platform/context'
import { findArea, regionOfArea } from '#modules/areas'
import { mayBring } from '../domain/permit.ts'
import { type Found, numberOf, type ReadRecord } from '../domain/read-record.ts'
import type { HashedRow } from './match-rows.ts'
import type { AreasByName } from './place-rows.ts'

/** The keyed hash of name and day of birth: where somebody without a number is looked for. */
export function blockOf(ctx: Context, name: string | undefined, born: string | null): Buffer | null {
  return name === undefined || born === null
    ? null
    : ctx.city.vault.digest('people.block', Buffer.concat([ctx.city.vault.hash('name', name), Buffer.from(born)]))
}

/** Where rows lie and by which hashes they are known; what lies outside of the bringer's area is told and left out. */
export async function hashRows(
  ctx: Context,
  source: string,
  runArea: string,
  names: AreasByName,
  records: readonly ReadRecord[],
): Promise<{ rows: HashedRow[]; found: Found[] }> {
  const { vault } = ctx.city
  const found: Found[] = []
  const rows: HashedRow[] = []
  for (const record of records) {
    const said = record.areaWords
    const known = said === null ? null : (names.get(said) ?? (/^\d{2,15}$/.test(said) ? ((await findArea(ctx, said))?.code ?? null) : null))
    if (said !== null && known === null) found.push({ line: record.line, code: 'people.area-unknown', column: 'area', kind: 'odd' })
    const area = known ?? runArea
    if (!mayBring(ctx.actor, area)) {
      found.push({ line: record.line, code: 'people.area-outside', column: 'area', kind: 'unread' })
      continue
    }
    const number = numberOf(record)
    rows.push({
      record,
      area,
      region: regionOfArea(area),
      key: vault.digest('people.record', `${source}\0${record.key}`),
      thread: record.thread === null ? null : vault.digest('people.thread', `${source}\0${record.thread}`),
      number: number === null ? null : vault.hash('idNumber', number),
      block: blockOf(ctx, record.name, record.born),
      phone: record.phone === null ? null : vault.hash('phone', record.phone),
    })
  }
  return { rows, found }
}
