import { z } from 'zod'
import type { Context } from '#platform/context'
import { type Route, route } from '#platform/route'
import { enterStatutory, statutoryOf } from '../commands/keep-statutory.ts'
import { assertTag, endTag, keepCategory } from '../commands/keep-tags.ts'
import { keepers, lookers, statutoryKeepers, taggers } from '../domain/permit.ts'
import { allCategories } from '../queries/categories.ts'
import { readers, statistics } from '../queries/statistics.ts'
import { entriesOf } from '../queries/tags.ts'
import {
  CategoryBody,
  CategoryList,
  Done,
  EntryList,
  EntryQuery,
  Id,
  PurposeName,
  Statistics,
  StatutoryBody,
  StatutoryList,
  TagBody,
  UntagBody,
} from './schemas.ts'

const done = async (): Promise<{ ok: true }> => ({ ok: true })
const then = async (work: Promise<void>): Promise<{ ok: true }> => {
  await work
  return { ok: true }
}

const list = route({
  method: 'get',
  path: '/api/people/categories',
  operation: 'listPeopleCategories',
  tag: 'people',
  say: { zh: '人员类别和判定规则', en: 'Categories of people, and the rules by which records say so' },
  access: [...lookers, ...statutoryKeepers],
  scope: 'none',
  answers: { 200: CategoryList },
  handle: async (ctx) => ({ items: await allCategories(ctx) }),
})

const keep = route({
  method: 'post',
  path: '/api/people/categories',
  operation: 'keepPeopleCategory',
  tag: 'people',
  say: { zh: '设定一个人员类别', en: 'Keep a category of people' },
  access: keepers,
  scope: 'none',
  write: 'statement',
  body: CategoryBody,
  answers: { 200: Done },
  handle: (ctx, { body }) => then(keepCategory(ctx, body)),
  again: done,
})

const entries = route({
  method: 'get',
  path: '/api/people/entries',
  operation: 'listCategoryEntries',
  tag: 'people',
  say: {
    zh: '一个类别里谁进谁出、为什么（遮盖，要用途，留痕）',
    en: 'Who entered and left a category and why: masked, for a purpose, with a trace',
  },
  access: lookers,
  scope: 'area',
  query: EntryQuery,
  answers: { 200: EntryList },
  handle: async (ctx, { query }) => {
    const items = await entriesOf(ctx, query)
    return { items, next: items.length === query.limit ? (items.at(-1)?.id ?? null) : null }
  },
})

const assert = route({
  method: 'post',
  path: '/api/people/{id}/tags',
  operation: 'assertCategory',
  tag: 'people',
  say: { zh: '凭材料登记一个服务类别', en: 'Enter a service category with evidence' },
  access: taggers,
  scope: 'area',
  write: 'statement',
  params: Id,
  body: TagBody,
  answers: { 200: Done },
  handle: (ctx, { params, body }) => then(assertTag(ctx, params.id, body)),
  again: done,
})

const end = route({
  method: 'post',
  path: '/api/people/{id}/tags/end',
  operation: 'endCategory',
  tag: 'people',
  say: { zh: '结束一个登记的服务类别', en: 'End a service category that was entered' },
  access: taggers,
  scope: 'area',
  write: 'statement',
  params: Id,
  body: UntagBody,
  answers: { 200: Done },
  handle: (ctx, { params, body }) => then(endTag(ctx, params.id, body)),
  again: done,
})

const statutory = route({
  method: 'get',
  path: '/api/people/{id}/statutory',
  operation: 'listStatutory',
  tag: 'people',
  say: { zh: '一个人的法定事项（专岗，留痕）', en: 'What statutes say of a person: its own post, with a trace' },
  access: statutoryKeepers,
  scope: 'area',
  params: Id,
  query: z.strictObject({ purpose: PurposeName }),
  answers: { 200: StatutoryList },
  handle: async (ctx: Context, { params, query }) => ({ items: await statutoryOf(ctx, params.id, query.purpose) }),
})

const enter = route({
  method: 'post',
  path: '/api/people/{id}/statutory',
  operation: 'enterStatutory',
  tag: 'people',
  say: { zh: '登记法定事项（写明依据和截止日）', en: 'Enter what a statute says, with its basis and last day' },
  access: statutoryKeepers,
  scope: 'area',
  write: 'statement',
  params: Id,
  body: StatutoryBody,
  answers: { 200: Done },
  handle: (ctx, { params, body }) => then(enterStatutory(ctx, params.id, body)),
  again: done,
})

const shares = route({
  method: 'get',
  path: '/api/people/statistics',
  operation: 'readPeopleStatistics',
  tag: 'people',
  say: {
    zh: '一个区划的年龄、民族、类别构成（不足 5 人的不显示，也推不出来）',
    en: 'Age, ethnicity and categories of an area: no cell below five, nor one that follows',
  },
  access: readers,
  scope: 'area',
  limit: 60,
  query: z.strictObject({ area: z.string().regex(/^\d{2,15}$/) }),
  answers: { 200: Statistics },
  handle: (ctx, { query }) => statistics(ctx, query.area),
})

export const categoryRoutes: readonly Route[] = [list, keep, entries, shares, assert, end, statutory, enter]
