import { describe, expect, it } from 'vitest'
import { statement } from '#platform/db'
import {
  eraseSubject,
  findSubjects,
  readFields,
  revealField,
  sameMasterKey,
  makeVault,
  subjectIn,
  subjectKey,
  whoLooked,
  writeFields,
} from '#platform/vault'
import { platformWorld, someone } from '../../../../test/platform.ts'

const world = platformWorld([])

async function person(fields: Parameters<typeof subjectIn>[3]): Promise<string> {
  const ctx = world.context()
  const made = ctx.city.vault.newSubject('990101', ctx.now)
  const sql = statement()
  subjectIn(sql, ctx.city.vault, made, fields)
  await ctx.db.query(sql.done('select 1'))
  return made.id
}

describe('a person in the vault', () => {
  it('is found by phone, name and number however they are written, and read back', async () => {
    const id = await person({ phone: '138 1234 5678', name: '王芳', idNumber: '99090119900101123x' })
    const ctx = world.context()
    expect(await findSubjects(ctx, 'phone', '+86-13812345678')).toEqual([id])
    expect(await findSubjects(ctx, 'idNumber', '99090119900101123X')).toEqual([id])
    expect(await findSubjects(ctx, 'name', ' 王 芳 ')).toEqual([id])
    expect(await findSubjects(ctx, 'phone', '13812345679')).toEqual([])
    expect((await readFields(ctx, [id])).get(id)).toEqual({ phone: '138 1234 5678', name: '王芳', idNumber: '99090119900101123x' })
  })

  it('lies in the database without a word of it', async () => {
    await person({ phone: '13700001111', name: '不可见的名字' })
    const [dump] = await world.db.query<{ all: string }>({
      text: `select (select string_agg(f::text, '') from vault.field f) || (select string_agg(s::text, '') from vault.subject s) as all`,
      values: [],
    })
    const hex = (text: string): string => Buffer.from(text).toString('hex')
    for (const word of ['13700001111', '不可见的名字']) {
      expect(dump?.all).not.toContain(word)
      expect(dump?.all).not.toContain(hex(word))
    }
  })

  it('is corrected, and a field is taken away', async () => {
    const id = await person({ phone: '13812340000', name: '李雷' })
    const ctx = world.context()
    await writeFields(ctx, id, { phone: '13812349999', name: '' })
    expect((await readFields(ctx, [id])).get(id)).toEqual({ phone: '13812349999' })
    expect(await findSubjects(ctx, 'phone', '13812340000')).toEqual([])
  })
})

describe('showing data in the clear', () => {
  it('leaves a look that the person reads and an audit row, with post and purpose and without the words', async () => {
    const id = await person({ phone: '13812345600' })
    const actor = someone('handler', 'departmentHandler')
    const ctx = { ...world.context(), actor }
    expect(await revealField(ctx, id, 'phone', 'handle', actor.posts[0]?.id ?? null)).toBe('13812345600')
    expect(await whoLooked(ctx, id, { limit: 10 })).toMatchObject([
      { who: 'handler', post: 'departmentHandler:org:990101', field: 'phone', purpose: 'handle' },
    ])
    const rows = await world.db.query({ text: `select action, facts from audit.entry where object_id = $1`, values: [id] })
    expect(rows).toEqual([{ action: 'subject.revealed', facts: { field: 'phone', purpose: 'handle' } }])
  })

  it('needs one of four purposes', async () => {
    const id = await person({ phone: '13812345601' })
    for (const purpose of ['curiosity', '', 'toString']) {
      await expect(revealField(world.context(), id, 'phone', purpose, null)).rejects.toMatchObject({ code: 'vault.purpose' })
    }
    expect(await whoLooked(world.context(), id, { limit: 10 })).toEqual([])
  })

  it('writes no look when there is nothing to show', async () => {
    const id = await person({ phone: '13812345602' })
    expect(await revealField(world.context(), id, 'name', 'verify', null)).toBeNull()
    expect(await whoLooked(world.context(), id, { limit: 10 })).toEqual([])
  })

  it('is listed newest first, page by page', async () => {
    const id = await person({ phone: '13812345603' })
    for (const purpose of ['handle', 'callback', 'emergency']) {
      await revealField(world.context(), id, 'phone', purpose, null)
      world.turn(1000)
    }
    const first = await whoLooked(world.context(), id, { limit: 2 })
    expect(first.map((look) => look.purpose)).toEqual(['emergency', 'callback'])
    const rest = await whoLooked(world.context(), id, { limit: 2, after: first[1]?.id })
    expect(rest.map((look) => look.purpose)).toEqual(['handle'])
  })
})

describe('erasing', () => {
  it('destroys the key: nothing opens, nothing is found, others are untouched, and it happens once', async () => {
    const [id, other] = [await person({ phone: '13912345678', name: '赵六' }), await person({ phone: '13912345679' })]
    const ctx = world.context()
    const key = await subjectKey(ctx, id)
    const sealed = key && ctx.city.vault.seal(key, '水管漏水', 'case.text')
    expect(await eraseSubject(ctx, id)).toBe(true)
    expect(await eraseSubject(ctx, id)).toBe(false)
    expect(ctx.city.vault.open(await subjectKey(ctx, id), sealed, 'case.text')).toBeNull()
    expect((await readFields(ctx, [id])).get(id)).toEqual({})
    expect(await findSubjects(ctx, 'phone', '13912345678')).toEqual([])
    expect(await revealField(ctx, id, 'phone', 'handle', null)).toBeNull()
    await writeFields(ctx, id, { name: '赵六' })
    expect((await readFields(ctx, [id])).get(id)).toEqual({})
    expect((await readFields(ctx, [other])).get(other)).toEqual({ phone: '13912345679' })
  })
})

describe('another master key', () => {
  it('is refused at start', async () => {
    await sameMasterKey(world.db, world.city.vault, new Date())
    await sameMasterKey(world.db, world.city.vault, new Date())
    await expect(sameMasterKey(world.db, makeVault(Buffer.alloc(32, 9)), new Date())).rejects.toMatchObject({ code: 'vault.otherKey' })
  })
})
