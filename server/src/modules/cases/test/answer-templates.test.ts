import { describe, expect, it } from 'vitest'
import { world } from '../../../../test/world.ts'

const w = world()
interface Kept {
  readonly id: string
  readonly unit: string
  readonly title: string
}
const itemsOf = (answer: { body: never }): readonly Kept[] => (answer.body as { items: Kept[] }).items
const codeOf = (answer: { body: never }): string => (answer.body as { code: string }).code

describe('kept answers', () => {
  it('are a unit’s own: its people keep, use and remove them, its lead too', async () => {
    const handler = await w.as('housing')
    const made = await handler.post('/api/answer-templates', { title: '换灯', text: '已更换感应灯，晚上试过，都亮。' })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    expect(itemsOf(await (await w.as('housinglead')).get('/api/answer-templates')).map((one) => one.title)).toEqual(['换灯'])
    for (const account of ['water', 'housing2', 'community'])
      expect(itemsOf(await (await w.as(account)).get('/api/answer-templates'))).toEqual([])
    const { id } = made.body as Kept
    expect((await (await w.as('water')).send('DELETE', `/api/answer-templates/${id}`)).status).toBe(404)
    expect((await (await w.as('housinglead')).send('DELETE', `/api/answer-templates/${id}`)).status).toBe(200)
    expect((await handler.send('DELETE', `/api/answer-templates/${id}`)).status).toBe(404)
    expect(itemsOf(await handler.get('/api/answer-templates'))).toEqual([])
  })

  it('are refused for another unit, without words, and with too many', async () => {
    const handler = await w.as('housing')
    const body = { title: '换灯', text: '已更换感应灯。' }
    expect(codeOf(await handler.post('/api/answer-templates', { ...body, unit: '990901-water' }))).toBe('case.no-such-unit')
    expect(codeOf(await handler.post('/api/answer-templates', { ...body, text: ' ' }))).toBe('request.invalid')
    expect(codeOf(await handler.post('/api/answer-templates', { ...body, text: '字'.repeat(2001) }))).toBe('request.invalid')
    expect(codeOf(await handler.post('/api/answer-templates', { ...body, surprise: 1 }))).toBe('request.invalid')
  })

  it('are nobody else’s business', async () => {
    for (const account of ['dispatcher', 'hotline', 'system', 'resident'])
      expect((await (await w.as(account)).get('/api/answer-templates')).status).toBe(403)
  })

  it('are kept once for one key', async () => {
    const handler = await w.as('urban')
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => handler.post('/api/answer-templates', { title: '清运', text: '已清运。' }, { key: 'keep-once' })),
    )
    expect(new Set(answers.map((one) => (one.body as Kept).id)).size).toBe(1)
    expect(itemsOf(await handler.get('/api/answer-templates'))).toHaveLength(1)
  })
})
