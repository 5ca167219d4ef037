import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { accounts } from '../accounts.ts'
import { book } from './book.ts'
import { pages } from './pages.ts'
import { routesOf } from './routes.ts'

describe('the list of pages', () => {
  it.each(['desk', 'hand'] as const)('has an entry for each route of the %s, and none for a route that is gone', (face) => {
    const listed = new Set(pages.filter((page) => page.face === face && page.name !== 'hand-lost').map(({ route }) => route))
    expect([...listed].sort()).toEqual([...new Set(routesOf(face))].sort())
  })

  it('names each picture once, and only people of the demonstration', () => {
    expect(new Set(pages.map(({ name }) => name)).size).toBe(pages.length)
    const known = new Set(accounts.map(({ account }) => account))
    expect(pages.filter(({ account }) => account !== undefined && !known.has(account))).toEqual([])
  })

  it('has every role of the demonstration among those who open a page', () => {
    const opened = new Set(pages.map(({ account }) => account))
    const unseen = new Set(accounts.map(({ role }) => role))
    for (const { role, account } of accounts) if (opened.has(account)) unseen.delete(role)
    expect([...unseen]).toEqual([])
  })

  it('is the text of docs/gallery.md, which ./gallery writes', () => {
    expect(readFileSync(new URL('../../docs/gallery.md', import.meta.url), 'utf8')).toBe(book())
  })
})
