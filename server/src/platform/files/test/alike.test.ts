import { describe, expect, it } from 'vitest'
import { platformWorld } from '../../../../test/platform.ts'
import { visitor } from '../../context.ts'
import { statement } from '../../db.ts'
import { alikePhotos, attachPhotosIn, savePhoto } from '../../files.ts'
import { newId } from '../../ids.ts'
import files from '../module.ts'
import { photoWithPlace } from './photo.ts'
import { again, scene } from './scene.ts'

const world = platformWorld([files])

async function kept(bytes: Buffer): Promise<string> {
  const ctx = { ...world.context(), actor: visitor }
  const { id } = await savePhoto(ctx, bytes)
  const sql = statement()
  attachPhotosIn(sql, ctx.actor, 'case', newId('990101', ctx.now), [id])
  await ctx.db.query(sql.done('select 1'))
  return id
}
const like = async (id: string): Promise<string[]> => (await alikePhotos(world.context(), [id])).map((one) => one.like)

describe('a photo that was seen before', () => {
  it('is found again, smaller, squeezed, darker, lighter and cropped', async () => {
    const originals = await Promise.all([1, 2, 3, 4].map((n) => scene(n)))
    const ids: string[] = []
    for (const photo of originals) ids.push(await kept(photo))
    const ways = [{ quality: 40 }, { width: 500 }, { brightness: 0.75 }, { brightness: 1.15 }, { crop: 0.04 }, { crop: 0.08, quality: 60 }]
    for (const [n, photo] of originals.entries()) {
      for (const way of ways) expect(await like(await kept(await again(photo, way))), `${n} ${JSON.stringify(way)}`).toContain(ids[n])
    }
  })

  it('is not any other photo, nor a picture without anything on it', async () => {
    const others = await Promise.all(Array.from({ length: 24 }, (_, n) => scene(100 + n)))
    for (const photo of others) expect(await like(await kept(photo))).toEqual([])
    await kept(await photoWithPlace(640, 480, '#222222'))
    expect(await like(await kept(await photoWithPlace(640, 480, '#333333')))).toEqual([])
  })

  it('is found by the index of bands', async () => {
    const rows = await world.context().db.query<{ 'QUERY PLAN': string }>({
      text: `explain select 1 from files.photo q cross join lateral (select 1 from files.photo p where p.bands && files.near_bands(q.look)) l where q.id = $1`,
      values: [newId('990101', world.context().now)],
    })
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/photo_bands|Seq Scan/)
  })
})
