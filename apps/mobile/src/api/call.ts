import { newKey, problemOf, silent } from '@linli/api'
import { noteReach } from './online.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

interface Sent {
  readonly body?: unknown
  /** Idempotency key of a write; a fresh one when the caller keeps none. */
  readonly key?: string
  readonly signal?: AbortSignal
  /** Leaves the session cookie at home. */
  readonly asVisitor?: boolean
}

let language = 'zh'

/** The language in which the server says why it refuses. */
export function speak(lang: 'zh' | 'en'): void {
  language = lang
}

function headersOf(method: Method, sent: Sent): Headers {
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': language })
  if (method !== 'GET') headers.set('Idempotency-Key', sent.key ?? newKey())
  if (sent.body !== undefined && !(sent.body instanceof FormData)) headers.set('Content-Type', 'application/json')
  return headers
}

function bodyOf(body: unknown): BodyInit | undefined {
  if (body === undefined) return undefined
  return body instanceof FormData ? body : JSON.stringify(body)
}

async function reach(method: Method, path: string, sent: Sent): Promise<Response> {
  const body = bodyOf(sent.body)
  try {
    const answer = await fetch(path, {
      method,
      headers: headersOf(method, sent),
      credentials: sent.asVisitor ? 'omit' : 'same-origin',
      ...(body === undefined ? {} : { body }),
      ...(sent.signal ? { signal: sent.signal } : {}),
    })
    noteReach(true)
    return answer
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    noteReach(false)
    throw silent()
  }
}

/**
 * One request to the server.
 * @throws Problem with the server's code, or `network.silent`.
 */
export async function call<T>(method: Method, path: string, sent: Sent = {}): Promise<T> {
  const answer = await reach(method, path, sent)
  if (!answer.ok) throw await problemOf(answer)
  if (answer.status === 204) return undefined as T
  return (await answer.json().catch(() => undefined)) as T
}
