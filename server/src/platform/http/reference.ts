import { z } from 'zod'
import type { Module } from '../module.ts'
import { type Route, route } from '../route.ts'
import { referencePage, referencePolicy } from './reference-page.ts'

/** `GET /api/docs`: the contract for people, to those who are signed in. `routes` is asked when somebody looks. */
export function referenceModule(routes: () => readonly Route[]): Module {
  const pages = new Map<string, string>()
  return {
    name: 'reference',
    routes: [
      route({
        method: 'get',
        path: '/api/docs',
        operation: 'readReference',
        tag: 'server',
        say: { zh: '接口说明', en: 'The contract for people' },
        access: 'signedIn',
        scope: 'none',
        query: z.strictObject({ lang: z.enum(['zh', 'en']).optional() }),
        answers: { 200: null },
        handle: async (ctx, { query, http }) => {
          const lang = query.lang ?? ctx.lang
          const page = pages.get(lang) ?? referencePage(routes(), lang)
          pages.set(lang, page)
          http.header('content-security-policy', referencePolicy)
          http.send('text/html; charset=utf-8', page)
        },
      }),
    ],
  }
}
