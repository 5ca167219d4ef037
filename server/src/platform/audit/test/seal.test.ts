import { describe, expect, it } from 'vitest'
import { audit, entrySource, type Facts, sealAudit, verifyChain } from '#platform/audit'
import type { Context } from '#platform/context'
import { eraseSubject, revealField, subjectIn } from '#platform/vault'
import { statement } from '#platform/db'
import { platformWorld } from '../../../../test/platform.ts'

const world = platformWorld([])
const sources = [entrySource]
const all = { after: 0, limit: 1000 }

const act = (ctx: Context, id: string) => audit(ctx, { action: 'thing.changed', object: { kind: 'thing', id }, facts: { rows: 1 } })

async function raw(text: string, values: unknown[] = []): Promise<void> {
  await world.db.query({ text, values })
}

/** Runs `change` on a copy of the facts and puts everything back. */
async function undone(change: () => Promise<void>, look: () => Promise<void>): Promise<void> {
  await raw('create table audit.kept as select * from audit.entry')
  await raw('create table audit.kept_block as select * from audit.block')
  try {
    await change()
    await look()
  } finally {
    await raw('delete from audit.entry')
    await raw('insert into audit.entry overriding system value select * from audit.kept')
    await raw('delete from audit.block')
    await raw('insert into audit.block select * from audit.kept_block')
    await raw('drop table audit.kept, audit.kept_block')
  }
}

describe('the chain', () => {
  it('seals what came since the last block, each row once, and holds', async () => {
    const ctx = world.context()
    for (const id of ['a', 'b', 'c']) await act(ctx, id)
    expect(await sealAudit(ctx, sources)).toBe(1)
    expect(await sealAudit(ctx, sources)).toBe(0)
    await act(ctx, 'd')
    expect(await sealAudit(ctx, sources)).toBe(1)
    expect(await verifyChain(ctx, sources, all)).toEqual({ blocks: 2, rows: 4, broken: [], next: null })
  })

  it('seals a row with an old time in a new block', async () => {
    const ctx = world.context()
    await act({ ...ctx, now: new Date('2019-01-01T00:00:00Z') }, 'old')
    await sealAudit(ctx, sources)
    const [block] = await world.db.query<{ n: number; from_at: Date; count: number }>({
      text: 'select * from audit.block order by n desc limit 1',
      values: [],
    })
    expect(block).toMatchObject({ from_at: new Date('2019-01-01T00:00:00Z'), count: 1 })
    expect((await verifyChain(ctx, sources, all)).broken).toEqual([])
  })

  it('waits for a transaction that was given its number before others and commits after them', async () => {
    const ctx = world.context()
    let commit = (): void => undefined
    const gate = new Promise<void>((open) => {
      commit = open
    })
    let wrote = (): void => undefined
    const written = new Promise<void>((done) => {
      wrote = done
    })
    const slow = world.db.transaction(async (db) => {
      await act({ ...ctx, db }, 'slow')
      wrote()
      await gate
    })
    await written
    await act(ctx, 'quick')
    const sealing = sealAudit(ctx, sources)
    await new Promise((done) => setTimeout(done, 200))
    commit()
    await slow
    expect(await sealing).toBe(1)
    const [block] = await world.db.query<{ count: number }>({ text: 'select count from audit.block order by n desc limit 1', values: [] })
    expect(block?.count).toBe(2)
    expect((await verifyChain(ctx, sources, all)).broken).toEqual([])
  })

  it.each([
    ['a changed row', `update audit.entry set facts = '{"n": 2}' where object_id = 'b'`, 1, 'rows'],
    ['a changed time', `update audit.entry set at = at + interval '1 second' where object_id = 'b'`, 1, 'rows'],
    ['a deleted row', `delete from audit.entry where object_id = 'd'`, 2, 'rows'],
    [
      'a row put in later',
      `insert into audit.entry overriding system value select region, gen_random_uuid(), at, actor_kind, actor_id, post, action, object_kind, 'x', facts, (select min(filed) - 1 from audit.entry) from audit.entry where object_id = 'a'`,
      1,
      'rows',
    ],
    ['a changed block', 'update audit.block set count = count + 1 where n = 1', 1, 'head'],
    ['a block whose hash was made to fit', `update audit.block set hash = sha256('x') where n = 2`, 2, 'head'],
    ['a deleted block', 'delete from audit.block where n = 2', 3, 'missing'],
  ])('finds %s', async (_what, change, n, fault) => {
    await undone(
      () => raw(change),
      async () => {
        const { broken } = await verifyChain(world.context(), sources, all)
        expect(broken[0]).toMatchObject({ n, fault })
      },
    )
    expect((await verifyChain(world.context(), sources, all)).broken).toEqual([])
  })

  it('finds a chain that was rebuilt by somebody who has the database but not the key', async () => {
    await undone(
      async () => {
        await raw(`update audit.entry set facts = '{"n": 3}'`)
        await raw('delete from audit.block')
        const forged = { ...world.context(), city: { ...world.city, vault: { ...world.city.vault, digest: () => Buffer.alloc(32) } } }
        await sealAudit(forged, sources)
      },
      async () => {
        const { broken } = await verifyChain(world.context(), sources, all)
        expect(broken[0]).toMatchObject({ n: 1, fault: 'seal' })
      },
    )
  })

  it('holds after a person was erased', async () => {
    const ctx = world.context()
    const person = ctx.city.vault.newSubject('990101', ctx.now)
    const sql = statement()
    subjectIn(sql, ctx.city.vault, person, { phone: '13812345678' })
    await ctx.db.query(sql.done('select 1'))
    await revealField(ctx, person.id, 'phone', 'handle', null)
    await sealAudit(ctx, sources)
    expect(await eraseSubject(ctx, person.id)).toBe(true)
    await sealAudit(ctx, sources)
    expect((await verifyChain(ctx, sources, all)).broken).toEqual([])
    const rows = await world.db.query<{ facts: unknown }>({
      text: `select facts from audit.entry where object_id = $1`,
      values: [person.id],
    })
    expect(JSON.stringify(rows)).not.toContain('5678')
  })

  it('may be sealed with SM3, and be read page by page', async () => {
    const ctx = world.context()
    await raw(`insert into platform.setting (key, value, changed_at) values ('audit.algorithm', '"sm3"', now())`)
    await act(ctx, 'sm3')
    await sealAudit(ctx, sources)
    const [block] = await world.db.query<{ n: number; algorithm: string }>({
      text: 'select n, algorithm from audit.block order by n desc limit 1',
      values: [],
    })
    expect(block?.algorithm).toBe('sm3')
    let after: number | null = 0
    let blocks = 0
    while (after !== null) {
      const page = await verifyChain(ctx, sources, { after, limit: 2 })
      expect(page.broken).toEqual([])
      blocks += page.blocks
      after = page.next
    }
    expect(blocks).toBe(block?.n)
  })
})

describe('facts', () => {
  it('have words for the audit page, or are not written', async () => {
    const facts: Facts = Object.fromEntries([['nobodyNamedThis', 1]])
    await expect(audit(world.context(), { action: 'a.b', object: { kind: 'x', id: null }, facts })).rejects.toThrow('no words')
  })

  it('hold ids and codes only', async () => {
    const ctx = world.context()
    await expect(audit(ctx, { action: 'a.b', object: { kind: 'x', id: null }, facts: { name: '王芳' } })).rejects.toThrow('codes only')
    await expect(audit(ctx, { action: 'a.b', object: { kind: 'x', id: null }, facts: { fields: ['ok', 'a b'] } })).rejects.toThrow(
      'codes only',
    )
  })
})
