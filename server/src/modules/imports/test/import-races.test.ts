import { describe, expect, it } from 'vitest'
import { world } from '../../../../test/world.ts'
import { workOnNext } from '../commands/run.ts'
import { takeRows } from '../commands/take-in.ts'
import type { ReadRow } from '../domain/read-row.ts'
import { systemActor } from '#platform/context'
import { handIn, header } from './file.ts'

const w = world()
const row = (id: string): string => `${id},路灯不亮了,2026-11-20 09:00:00,,,,,,,`

describe('imports at once', () => {
  it('one key is one run, whoever asks again', async () => {
    const admin = await w.as('system')
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => handIn(admin, [header, row('K-1')].join('\n'), 'mapping=sheet', {}, 'one-key')),
    )
    expect(new Set(answers.map((one) => (one.body as { id: string }).id)).size).toBe(1)
    expect(await w.db.query({ text: 'select count(*) as n from imports.run', values: [] })).toEqual([{ n: 1 }])
  })

  it('one run is worked on at a time, and one that was left behind is taken up again', async () => {
    const admin = await w.as('system')
    await handIn(admin, [header, row('K-2')].join('\n'), 'mapping=sheet')
    const done = await Promise.all([workOnNext(w.context()), workOnNext(w.context()), workOnNext(w.context())])
    expect(done.filter(Boolean).length).toBeGreaterThan(0)
    while (await workOnNext(w.context()));
    const left = await handIn(admin, [header, row('K-2'), row('K-3')].join('\n'), 'mapping=sheet')
    const { id } = left.body as { id: string }
    await w.db.query({ text: `update imports.run set state = 'running' where id = $1`, values: [id] })
    expect(await workOnNext(w.context())).toBe(false)
    w.turn(121_000)
    expect(await workOnNext(w.context())).toBe(true)
    expect((await admin.get(`/api/imports/${id}`)).body).toMatchObject({ state: 'done', rows: 2, taken: 1, already: 1 })
  })

  it('a long run is worked on in slices, and counts as if it had been one', async () => {
    const admin = await w.as('system')
    const rows = [...Array.from({ length: 60 }, (_, n) => row(`L-${n}`)), row('L-3'), ',,,,,,,,,', row('L-60')]
    const handed = await handIn(admin, [header, ...rows].join('\n'), 'mapping=sheet')
    const { id } = handed.body as { id: string }
    const seen: number[] = []
    while (await workOnNext(w.context(), 0)) {
      const { rows: done, state } = (await admin.get(`/api/imports/${id}`)).body as { rows: number; state: string }
      if (state === 'waiting') seen.push(done)
    }
    expect(seen).toEqual([25, 50])
    expect((await admin.get(`/api/imports/${id}`)).body).toMatchObject({
      state: 'done',
      rows: 63,
      taken: 61,
      already: 0,
      unread: 2,
      odd: 61,
    })
    expect(await w.db.query({ text: `select count(*) as n from cases."case" where origin_id like 'L-%'`, values: [] })).toEqual([{ n: 61 }])
  })

  it('the same rows by two hands become one matter each, also where numbers collide', async () => {
    const rows = Array.from({ length: 40 }, (_, n): ReadRow => {
      const odd: ReadRow['odd'] = []
      return {
        line: n + 2,
        id: `H-${n}`,
        text: '路灯不亮了',
        category: null,
        reportedAt: new Date('2026-11-20T01:00:00Z'),
        reply: null,
        repliedAt: null,
        places: [],
        words: null,
        reporter: {},
        odd,
      }
    })
    const taking = { ctx: w.context(), actor: systemActor('test'), area: '9909', system: 'hands', dry: false, names: new Map() }
    const [one, other] = await Promise.all([takeRows(taking, rows), takeRows(taking, rows)])
    expect((one?.taken ?? 0) + (other?.taken ?? 0)).toBe(40)
    expect((one?.already ?? 0) + (other?.already ?? 0)).toBe(40)
    expect(await w.db.query({ text: `select count(*) as n from cases."case" where origin = 'hands'`, values: [] })).toEqual([{ n: 40 }])
  })
})
