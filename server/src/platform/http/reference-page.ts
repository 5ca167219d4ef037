import { createHash } from 'node:crypto'
import { z } from 'zod'
import { escapeMarkup } from '../markup.ts'
import type { Say } from '../refusal.ts'
import type { Access, Route } from '../route.ts'
import { needsKey } from './openapi.ts'

type Lang = 'zh' | 'en'

const tags: Readonly<Record<string, Say>> = {
  cases: { zh: '诉求', en: 'Matters' },
  orders: { zh: '工单', en: 'Work orders' },
  worklist: { zh: '我的清单', en: 'My list' },
  answers: { zh: '常用答复', en: 'Kept answers' },
  accounts: { zh: '账号与登录', en: 'Accounts and signing in' },
  orgs: { zh: '组织与岗位', en: 'Organisations and posts' },
  areas: { zh: '区划与网格', en: 'Areas and grids' },
  directory: { zh: '派单目录', en: 'Dispatch directory' },
  catalogue: { zh: '类别', en: 'Categories' },
  settings: { zh: '时限与步骤', en: 'Limits and steps' },
  calendar: { zh: '工作日历', en: 'Working calendar' },
  imports: { zh: '导入', en: 'Imports' },
  files: { zh: '照片', en: 'Photos' },
  notify: { zh: '消息', en: 'Messages' },
  audit: { zh: '审计', en: 'Audit' },
  server: { zh: '运行', en: 'Running' },
  open311: { zh: 'Open311 标准接口', en: 'Open311' },
}

const say = {
  title: { zh: '邻里接口说明', en: 'The Linli API' },
  document: { zh: '机器可读的 OpenAPI 3.1 文档', en: 'The OpenAPI 3.1 document for machines' },
  rules: {
    zh: '登录后带上会话 Cookie，或用 X-Api-Key。写操作要带 Idempotency-Key：同一个键再发一次，结果不变。出错时返回 problem+json，其中的 code 不会改变。时间一律是 ISO 8601，坐标是 WGS-84，除非另有说明。',
    en: 'Send the session cookie after signing in, or X-Api-Key. Writes carry an Idempotency-Key: sent again, the same key changes nothing. Errors are problem+json with a code that never changes. Times are ISO 8601 and places WGS-84 unless it is said otherwise.',
  },
  everybody: { zh: '所有人，不用登录', en: 'everybody, without signing in' },
  signedIn: { zh: '已登录的人', en: 'everybody signed in' },
  posts: { zh: '岗位', en: 'posts' },
  key: { zh: '要带 Idempotency-Key', en: 'needs an Idempotency-Key' },
  params: { zh: '地址里填', en: 'In the path' },
  query: { zh: '问号后填', en: 'In the query' },
  body: { zh: '正文里填', en: 'In the body' },
  answers: { zh: '回答', en: 'Answers' },
} as const satisfies Record<string, Say>

const style = `
  :root { color-scheme: light dark; --paper: #fafaf7; --ink: #1d2426; --quiet: #5b6668; --line: #e4e6e1; --press: #0b5f53 }
  @media (prefers-color-scheme: dark) { :root { --paper: #14191a; --ink: #e6eae8; --quiet: #a3aeac; --line: #2f3839; --press: #6fc7b6 } }
  body { font: 16px/1.6 "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: var(--ink); background: var(--paper); margin: 0 auto; max-width: 60rem; padding: 24px 16px 40px }
  h1 { font-size: 1.25rem } h2 { font-size: 1.125rem; margin: 40px 0 8px } a { color: var(--press) } p { max-width: 40em }
  nav { display: flex; flex-wrap: wrap; gap: 0 16px } nav a { padding: 10px 0 }
  article { border-top: 1px solid var(--line); padding: 12px 0 } h3 { font-size: 1rem; margin: 0 }
  code, pre { font: .875rem/1.5 ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere } small { color: var(--quiet); font-size: .875rem }
  summary { color: var(--press); cursor: pointer; padding: 10px 0 } pre { margin: 0; padding: 12px; border: 1px solid var(--line); border-radius: 6px; overflow-x: auto; white-space: pre-wrap }`

/** The only style that the page may use, named by its hash; no script, and nothing is loaded. */
export const referencePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`

function whoMay(access: Access, lang: Lang): string {
  if (access === 'public') return say.everybody[lang]
  if (access === 'signedIn') return say.signedIn[lang]
  return `${say.posts[lang]}: ${access.join(', ')}`
}

function schema(label: string, shape: z.ZodType | null | undefined, io: 'input' | 'output'): string {
  if (!shape) return ''
  const { $schema: _, ...rest } = z.toJSONSchema(shape, { io, unrepresentable: 'any', reused: 'inline' }) as Record<string, unknown>
  return `<details><summary>${escapeMarkup(label)}</summary><pre tabindex="0">${escapeMarkup(JSON.stringify(rest, null, 2))}</pre></details>`
}

function operation(route: Route, lang: Lang): string {
  const facts = [whoMay(route.access, lang), ...(needsKey(route) ? [say.key[lang]] : [])].join(' · ')
  const asks = (['params', 'query', 'body'] as const).map((place) => schema(say[place][lang], route[place], 'input')).join('')
  const answers = Object.entries(route.answers).map(([status, shape]) => schema(`${say.answers[lang]} ${status}`, shape, 'output'))
  return `<article id="${route.operation}"><h3>${escapeMarkup(route.say[lang])}</h3><code>${route.method.toUpperCase()} ${escapeMarkup(route.path)}</code><br><small>${escapeMarkup(facts)}</small>${asks}${answers.join('')}</article>`
}

/** The contract as people read it: every operation, who may call it, what it asks and answers. */
export function referencePage(routes: readonly Route[], lang: Lang): string {
  const named = [...new Set(routes.map((route) => route.tag))].map((tag) => ({
    tag,
    name: escapeMarkup(tags[tag]?.[lang] ?? tag),
    list: routes.filter((route) => route.tag === tag),
  }))
  const links = named.map(({ tag, name }) => `<a href="#${tag}">${name}</a>`).join('')
  const parts = named.map(
    ({ tag, name, list }) => `<section id="${tag}"><h2>${name}</h2>${list.map((one) => operation(one, lang)).join('')}</section>`,
  )
  return `<!doctype html><html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${say.title[lang]}</title><style>${style}</style></head><body><h1>${say.title[lang]}</h1><p>${say.rules[lang]}</p><p><a href="/api/openapi.json">${say.document[lang]}</a></p><nav>${links}</nav><main>${parts.join('')}</main></body></html>`
}
