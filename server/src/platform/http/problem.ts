import { z } from 'zod'
import { type FieldError, type Refusal, refuse, type Say, statusOfKind } from '../refusal.ts'

/** The body of every "no" (RFC 9457). `code` is stable; `title` and `detail` are for people. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
    errors: z.array(z.object({ path: z.string(), code: z.string(), detail: z.string() })).optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' })

export type Problem = z.infer<typeof Problem>

const titles: Record<number, Say> = {
  400: { zh: '请求的格式不对', en: 'The request is malformed' },
  401: { zh: '请先登录', en: 'Please sign in' },
  403: { zh: '您没有这项权限', en: 'You may not do this' },
  404: { zh: '没有找到', en: 'Not found' },
  409: { zh: '情况已经变化', en: 'The situation has changed' },
  413: { zh: '内容太大', en: 'Too large' },
  422: { zh: '有几处需要更正', en: 'Something needs to be corrected' },
  429: { zh: '请求太频繁', en: 'Too many requests' },
  500: { zh: '系统出了错', en: 'Something went wrong on our side' },
  503: { zh: '暂时不能服务', en: 'Temporarily unavailable' },
}

/** A refusal in the reader's language. */
export function problemOf(refusal: Refusal, lang: 'zh' | 'en', requestId: string): Problem {
  const status = statusOfKind[refusal.kind]
  return {
    type: `urn:linli:problem:${refusal.code}`,
    title: titles[status]?.[lang] ?? titles[500]?.[lang] ?? '',
    status,
    code: refusal.code,
    detail: refusal.say[lang],
    ...(refusal.errors.length > 0 && {
      errors: refusal.errors.map((error) => ({ path: error.path, code: error.code, detail: error.say[lang] })),
    }),
    requestId,
  }
}

/** What a person reads when it was our mistake: nothing of the inside. */
export function mishap(lang: 'zh' | 'en', requestId: string): Problem {
  return {
    type: 'urn:linli:problem:server.mishap',
    title: titles[500]?.[lang] ?? '',
    status: 500,
    code: 'server.mishap',
    detail:
      lang === 'zh'
        ? `系统出了错，没有保存任何内容。请稍后再试；如需帮助请报编号 ${requestId}。`
        : `Something went wrong on our side and nothing was saved. Please try again; quote ${requestId} for help.`,
    requestId,
  }
}

const issueSay: Record<string, Say> = {
  invalid_type: { zh: '类型不对或没有填写', en: 'Wrong type or missing' },
  too_big: { zh: '太长或太大', en: 'Too long or too large' },
  too_small: { zh: '太短或太小', en: 'Too short or too small' },
  invalid_format: { zh: '格式不对', en: 'Wrong format' },
  unrecognized_keys: { zh: '有不认识的字段', en: 'Unknown field' },
  invalid_value: { zh: '不是允许的值', en: 'Not one of the allowed values' },
}

function fieldErrors(part: string, issues: readonly z.core.$ZodIssue[]): FieldError[] {
  return issues.slice(0, 20).flatMap((issue) => {
    const base = `/${[part, ...issue.path.map(String)].join('/')}`
    const say = issueSay[issue.code] ?? { zh: '内容不对', en: 'Not valid' }
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: `${base}/${key}`, code: 'unknown', say }))
    return [{ path: base, code: issue.code, say: issue.code === 'custom' && issue.message.includes('|') ? splitSay(issue.message) : say }]
  })
}

function splitSay(message: string): Say {
  const [zh = '', en = ''] = message.split('|')
  return { zh, en }
}

/** Anything that is not as the schema asks becomes one refusal `request.invalid` (422) that lists the fields. */
export function checked<S extends z.ZodType>(schema: S, part: string, value: unknown): z.output<S> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw refuse(
    'invalid',
    'request.invalid',
    { zh: '有几处内容不对，没有保存。请按提示更正。', en: 'Some fields are not valid; nothing was saved.' },
    { errors: fieldErrors(part, result.error.issues) },
  )
}

/** Nothing that is asked here is nested deeper; a body of brackets alone would use up the stack. */
const deepest = 32

/**
 * Refuses texts that no database can keep, NUL characters and broken surrogates, and bodies nested without end.
 * @throws Refusal `request.bad-text` (400), `request.too-deep` (400)
 */
export function checkTexts(value: unknown, depth = 0): void {
  if (depth > deepest) {
    throw refuse('malformed', 'request.too-deep', {
      zh: '内容嵌套太深，没有保存。',
      en: 'The request is nested too deeply; nothing was saved.',
    })
  }
  if (typeof value === 'string') {
    if (value.includes('\u0000') || /\p{Surrogate}/u.test(value)) {
      throw refuse('malformed', 'request.bad-text', {
        zh: '文字里有无法保存的字符。',
        en: 'The text holds characters that cannot be stored.',
      })
    }
  } else if (Array.isArray(value)) {
    for (const one of value) checkTexts(one, depth + 1)
  } else if (value !== null && typeof value === 'object') {
    for (const [key, one] of Object.entries(value)) {
      checkTexts(key, depth + 1)
      checkTexts(one, depth + 1)
    }
  }
}
