import { describe, expect, it } from 'vitest'
import { platformWorld, someone } from '../../../../test/platform.ts'
import type { Actor, Context } from '../../context.ts'
import { visitor } from '../../context.ts'
import { sqlState, statement } from '../../db.ts'
import { attachPhotosIn, checkAttachable, photosOf, photosOfNoun, releasePhotosIn, savePhoto } from '../../files.ts'
import { newId } from '../../ids.ts'
import { Refusal } from '../../refusal.ts'
import files from '../module.ts'
import { sweepLoosePhotos } from '../sweep.ts'
import { photoWithPlace } from './photo.ts'

const world = platformWorld([files])
const noun = (): string => newId('990101', world.context().now)
const day = 24 * 3_600_000

function as(actor: Actor): Context {
  return { ...world.context(), actor }
}

async function attach(ctx: Context, nounId: string, ids: readonly string[]): Promise<void> {
  const sql = statement()
  attachPhotosIn(sql, ctx.actor, 'case', nounId, ids)
  await ctx.db.query(sql.done('select 1'))
}

const code = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : (sqlState(error) ?? String(error))),
  )

describe('a noun takes photos', () => {
  it('that a visitor took, or the actor', async () => {
    const [worker, other] = [as(someone('wang', 'gridWorker')), as(someone('li', 'gridWorker'))]
    const [one, two] = [await savePhoto(as(visitor), await photoWithPlace()), await savePhoto(worker, await photoWithPlace())]
    await checkAttachable(worker, [one.id, two.id])
    expect(await code(checkAttachable(other, [two.id]))).toBe('files.not-attachable')
    expect(await code(checkAttachable(other, [noun()]))).toBe('files.not-attachable')
    expect(await code(checkAttachable(other, [one.id, one.id]))).toBe('files.not-attachable')
    const id = noun()
    await attach(other, id, [two.id])
    expect(await photosOfNoun(worker, [id])).toEqual([])
    await attach(worker, id, [one.id, two.id])
    expect((await photosOfNoun(worker, [id])).map((card) => card.id).sort()).toEqual([one.id, two.id].sort())
    expect(await code(checkAttachable(worker, [one.id]))).toBe('files.not-attachable')
  })

  it('once: of two nouns that want it at the same time, one gets it and the other changes nothing', async () => {
    const { id } = await savePhoto(as(visitor), await photoWithPlace())
    const answers = await Promise.all([noun(), noun()].map((to) => code(attach(as(visitor), to, [id]))))
    expect(answers.sort()).toEqual(['LL409', 'done'])
  })
})

describe('who sees a photo of a noun', () => {
  it('asks the module that the noun belongs to, account and link apart', async () => {
    world.be('in', someone('in', 'dispatcher'))
    world.be('out', someone('out', 'dispatcher', '990102'))
    const { id } = await savePhoto(as(visitor), await photoWithPlace())
    const to = noun()
    await attach(as(visitor), to, [id])
    const get = async (who: string | null, url: string): Promise<number> => (await world.inject(who, { method: 'GET', url })).statusCode
    expect(await get('in', `/api/files/${id}`)).toBe(404)
    world.city.files.readers.set('case', {
      account: async (ctx, nounId) => nounId === to && ctx.actor.id === 'in',
      link: async (_, nounId, token) => nounId === to && token === 'secret',
    })
    expect([await get('in', `/api/files/${id}`), await get('out', `/api/files/${id}`), await get(null, `/api/files/${id}`)]).toEqual([
      200, 404, 401,
    ])
    const open = `/api/public/files/${id}`
    expect([await get(null, `${open}?token=secret`), await get(null, `${open}?token=other`), await get(null, open)]).toEqual([
      200, 404, 404,
    ])
    const sql = statement()
    releasePhotosIn(sql, to, [id], true)
    await world.db.query(sql.done('select 1'))
    expect([await get(null, open), await get('out', `/api/files/${id}`)]).toEqual([200, 200])
  })
})

describe('photos that nothing took', () => {
  it('are removed after 24 hours, with their files; others stay', async () => {
    const [loose, kept] = [await savePhoto(as(visitor), await photoWithPlace()), await savePhoto(as(visitor), await photoWithPlace())]
    await attach(as(visitor), noun(), [kept.id])
    world.turn(day - 1000)
    const young = await savePhoto(as(visitor), await photoWithPlace())
    world.turn(2000)
    const [{ key } = { key: '' }] = await world.db.query<{ key: string }>({
      text: 'select key from files.photo where id = $1',
      values: [loose.id],
    })
    expect(await world.city.files.open(key, 'small')).not.toBeNull()
    while ((await sweepLoosePhotos(world.context())) > 0);
    expect(await world.city.files.open(key, 'small')).toBeNull()
    expect(await world.city.files.open(key, 'full')).toBeNull()
    expect((await photosOf(world.context(), [loose.id, kept.id, young.id])).map((card) => card.id)).toEqual([kept.id, young.id])
  })

  it('cannot be asked for again by the same key: the phone sends it anew', async () => {
    const photo = await photoWithPlace()
    const once = { caller: 'visitor', route: 'uploadPublicPhoto', key: 'late', hash: Buffer.alloc(0) }
    await savePhoto({ ...as(visitor), once }, photo)
    world.turn(day + 1000)
    await sweepLoosePhotos(world.context())
    expect(await code(savePhoto({ ...as(visitor), once }, photo))).toBe('files.expired')
  })
})
