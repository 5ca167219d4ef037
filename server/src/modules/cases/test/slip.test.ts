import { beforeAll, describe, expect, it } from 'vitest'
import { type Person, world } from '../../../../test/world.ts'
import { slipPage } from '../domain/slip-page.ts'
import { grid, spotIn } from './spot.ts'

const w = world()
let clerk: Person
let receipt: { id: string; number: string; link: string; code: string }
const slip = (who: Person, query = '') => who.get(`/api/cases/${receipt.id}/slip${query}`)

beforeAll(async () => {
  clerk = await w.as('community')
  const made = await clerk.post('/api/cases', {
    channel: 'visit',
    text: '楼道灯坏了 <script>alert(1)</script>',
    category: '20003',
    place: { ...(await spotIn(w, grid)), words: '3 号楼' },
  })
  receipt = made.body
})

describe('a slip', () => {
  it('is the reporter’s receipt when its intake clerk prints it: number, promise, QR code, code, link', async () => {
    const answer = await slip(clerk)
    expect(answer.headers['content-type']).toContain('text/html')
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    const page = String(answer.body)
    for (const part of [receipt.number, receipt.code, receipt.link, '<svg', '诉求回执', '3 号楼']) expect(page).toContain(part)
  })

  it('comes in large print and in English', async () => {
    expect(String((await slip(clerk, '?large=true')).body)).toContain('22pt')
    expect(String((await slip(clerk, '?lang=en')).body)).toContain('Receipt')
  })

  it('carries no link for anybody else, nor for the clerk a day later', async () => {
    const page = String((await slip(await w.as('dispatcher'))).body)
    expect(page).toContain(receipt.number)
    for (const part of [receipt.code, receipt.link, '<svg']) expect(page).not.toContain(part)
    w.turn(25 * 3_600_000)
    const later = String((await slip(await w.as('community', true))).body)
    expect(later).not.toContain(receipt.code)
  })

  it('is not there for those who may not see the matter', async () => {
    expect((await slip(await w.as('dispatcher2', true))).status).toBe(404)
    expect((await slip(await w.as('resident', true))).status).toBe(403)
  })

  it('leaves an audit row', async () => {
    const rows = await w.db.query<{ facts: unknown }>({
      text: `select facts from audit.entry where action = 'case.printed' order by filed`,
      values: [],
    })
    expect(rows.map((row) => row.facts)).toEqual([
      { large: false, link: true },
      { large: true, link: true },
      { large: false, link: true },
      { large: false, link: false },
      { large: false, link: false },
    ])
  })

  it('escapes everything that people wrote', () => {
    const both = (text: string) => ({ zh: text, en: text })
    const nasty = '<img src=x onerror="a()">&'
    const page = slipPage({
      lang: 'zh',
      large: false,
      city: nasty,
      number: nasty,
      reportedAt: nasty,
      category: both(nasty),
      place: nasty,
      text: nasty,
      state: both(nasty),
      holder: both(nasty),
      promise: both(nasty),
      secret: null,
    })
    expect(page).not.toContain('<img')
    expect(page.match(/&lt;img src=x onerror=&quot;a\(\)&quot;&gt;&amp;/g)?.length).toBeGreaterThan(6)
  })
})
