import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { contract } from '../src/app.ts'
import { world } from './world.ts'

const city = world()
const page = async (lang: string): Promise<{ text: string; policy: string }> => {
  const answer = await (await city.as('resident')).get(`/api/docs?lang=${lang}`)
  expect(answer.status).toBe(200)
  return { text: answer.body as string, policy: String(answer.headers['content-security-policy']) }
}

it('shows every operation of the contract in both languages', async () => {
  const paths = Object.values(contract()['paths'] as Record<string, Record<string, { operationId: string; summary: string }>>)
  const operations = paths.flatMap((path) => Object.values(path))
  expect(operations.length).toBeGreaterThan(100)
  const [zh, en] = [(await page('zh')).text, (await page('en')).text]
  for (const { operationId } of operations) {
    expect(zh).toContain(`id="${operationId}"`)
    expect(en).toContain(`id="${operationId}"`)
  }
  expect(zh).toMatch(/<html lang="zh-CN">.*邻里接口说明/s)
  expect(en).not.toMatch(/<h2>[^<]*\p{Script=Han}/u)
})

it('is a page without a script whose only style is named by its hash', async () => {
  const { text, policy } = await page('zh')
  const style = /<style>(.*?)<\/style>/s.exec(text)?.[1] ?? ''
  expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)
  expect(policy).toContain("default-src 'none'")
  expect(text).not.toMatch(/<script| style=| on\w+=/)
})

it('is not for visitors', async () => {
  expect((await city.visitor.get('/api/docs')).status).toBe(401)
})
