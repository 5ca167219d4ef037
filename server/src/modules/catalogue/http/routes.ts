import { created, route } from '#platform/route'
import { addCategory, changeCategory } from '../commands.ts'
import { getCategory, listAll, listCategories, suggestCategories } from '../queries.ts'
import {
  AdminQuery,
  adminViewOf,
  CategoryGroups,
  CategorySuggestions,
  ChangeBody,
  CityCategoryList,
  CityCategoryView,
  CodeParam,
  groupsView,
  ListQuery,
  NewBody,
  SuggestBody,
  suggestionsView,
} from './schemas.ts'

/** The catalogue: everybody reads and asks, the system administrator keeps it. */
export const catalogueRoutes = [
  route({
    method: 'get',
    path: '/api/public/categories',
    operation: 'listPublicCategories',
    tag: 'catalogue',
    say: { zh: '列出诉求类别，可按字词或拼音首字母查找', en: 'List categories by group; search by words or initials of the pinyin' },
    access: 'public',
    scope: 'none',
    query: ListQuery,
    answers: { 200: CategoryGroups },
    handle: async (ctx, { query }) => groupsView(await listCategories(ctx, query)),
  }),
  route({
    method: 'post',
    path: '/api/public/categories/suggest',
    operation: 'suggestCategories',
    tag: 'catalogue',
    say: {
      zh: '按一句话建议类别，并说明理由；有危险时先提示打哪个电话',
      en: 'Suggest categories for a text, with the reason; say first whom to call in danger',
    },
    access: 'public',
    scope: 'none',
    body: SuggestBody,
    answers: { 200: CategorySuggestions },
    write: 'none',
    limit: 60,
    handle: async (ctx, { body }) => suggestionsView(await suggestCategories(ctx, body.text, body.top)),
  }),
  route({
    method: 'get',
    path: '/api/categories',
    operation: 'listCategories',
    tag: 'catalogue',
    say: { zh: '列出全部类别及本市的设置', en: 'List all categories with what the city decided' },
    access: ['systemAdmin'],
    scope: 'none',
    query: AdminQuery,
    answers: { 200: CityCategoryList },
    handle: async (ctx, { query }) => {
      const { items, next } = await listAll(ctx, query)
      return { items: items.map(adminViewOf), next }
    },
  }),
  route({
    method: 'get',
    path: '/api/categories/{code}',
    operation: 'getCategory',
    tag: 'catalogue',
    say: { zh: '查看一个类别及本市的设置', en: 'Look at a category with what the city decided' },
    access: ['systemAdmin'],
    scope: 'none',
    params: CodeParam,
    answers: { 200: CityCategoryView },
    handle: async (ctx, { params }) => adminViewOf(await getCategory(ctx, params.code)),
  }),
  route({
    method: 'patch',
    path: '/api/categories/{code}',
    operation: 'changeCategory',
    tag: 'catalogue',
    say: { zh: '停用或启用类别，改说明、大小事、时限和识别词', en: 'Switch a category on or off; change its words, severity and limits' },
    access: ['systemAdmin'],
    scope: 'none',
    params: CodeParam,
    body: ChangeBody,
    answers: { 200: CityCategoryView },
    again: async (ctx, _id, { params }) => adminViewOf(await getCategory(ctx, params.code)),
    handle: async (ctx, { params, body }) => adminViewOf(await changeCategory(ctx, params.code, body)),
  }),
  route({
    method: 'post',
    path: '/api/categories',
    operation: 'addCategory',
    tag: 'catalogue',
    say: { zh: '增加一个本市自己的类别', en: 'Add a category of the city’s own' },
    access: ['systemAdmin'],
    scope: 'none',
    body: NewBody,
    answers: { 201: CityCategoryView },
    again: async (ctx, code) => adminViewOf(await getCategory(ctx, code)),
    handle: async (ctx, { body }) => {
      const made = await addCategory(ctx, body)
      return created(made.code, adminViewOf(made))
    },
  }),
]
