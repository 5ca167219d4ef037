import type { Reply } from '../world.ts'

/** What would show the inside of the program: a stack, a file of it, words of the database. */
const inside =
  /\n\s+at .+:\d+:\d+|node_modules|\/server\/(src|dist)\/|error: |violates .* constraint|relation "|syntax error at|invalid input syntax|PostgresError|ZodError|TypeError|RangeError/

function textOf(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body)
}

function problemFault(reply: Reply): string | null {
  const type = String(reply.headers['content-type'])
  const body = reply.body as { code?: unknown; status?: unknown; requestId?: unknown }
  if (!type.startsWith('application/problem+json')) return `${reply.status} is ${type}`
  if (!/^[a-z][\w-]*\.[a-z][\w-]*$/i.test(String(body.code))) return `no stable code: ${String(body.code)}`
  if (body.status !== reply.status || typeof body.requestId !== 'string') return 'status or requestId is not in the body'
  return null
}

function open311Fault(reply: Reply): string | null {
  const text = textOf(reply.body)
  return /\([a-z][\w-]*\.[a-z][\w-]*\)/i.test(text) ? null : `no stable code: ${text.slice(0, 80)}`
}

/** What is wrong with an answer; null when nothing is. */
export function faultOf(path: string, reply: Reply): string | null {
  if (reply.status >= 500) return `status ${reply.status}`
  if (inside.test(textOf(reply.body))) return 'shows the inside'
  if (reply.headers['x-content-type-options'] !== 'nosniff') return 'no nosniff'
  if (reply.status < 400) return null
  return path.startsWith('/open311/') && !String(reply.headers['content-type']).startsWith('application/problem+json')
    ? open311Fault(reply)
    : problemFault(reply)
}
