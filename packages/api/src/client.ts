import { newKey } from './attempts.ts'
import type { Attempts } from './attempts.ts'
import { isPassing, Problem, problemOf, silent } from './problem.ts'

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>

export interface Sent {
  /** Keeps the idempotency key over the presses of one button. */
  readonly attempts?: Attempts
  readonly signal?: AbortSignal
}

export interface Api {
  get<T>(path: string, query?: Query, sent?: Sent): Promise<T>
  post<T>(path: string, body?: unknown, sent?: Sent): Promise<T>
  put<T>(path: string, body?: unknown, sent?: Sent): Promise<T>
  patch<T>(path: string, body?: unknown, sent?: Sent): Promise<T>
  delete<T>(path: string, sent?: Sent): Promise<T>
}

export interface ApiOptions {
  /** The language in which the server answers. */
  readonly lang: () => string
  /** Called when an answer is 401: the session has ended. */
  readonly onSignedOut?: () => void
  /** Milliseconds to wait before each further try of a request that the network swallowed. */
  readonly waits?: readonly number[]
}

/** A path with its query; what is null, undefined or empty is left out. */
export function address(path: string, query: Query = {}): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '')
  const search = new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, String(value)])).toString()
  return search === '' ? path : `${path}?${search}`
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function once<T>(method: string, url: string, headers: Headers, body: BodyInit | null, signal?: AbortSignal): Promise<T> {
  let response: Response
  try {
    response = await fetch(url, { method, headers, body, credentials: 'same-origin', ...(signal && { signal }) })
  } catch (error) {
    if (signal?.aborted) throw error
    throw silent()
  }
  if (!response.ok) throw await problemOf(response)
  if (response.status === 204) return undefined as T
  return (await response.json().catch(() => undefined)) as T
}

function bodyOf(body: unknown, headers: Headers): BodyInit | null {
  if (body === undefined) return null
  if (body instanceof FormData) return body
  headers.set('content-type', 'application/json')
  return JSON.stringify(body)
}

/**
 * The thin layer over fetch that every face uses. Writes carry an Idempotency-Key and are sent again, with the same key, when the
 * network was silent or the server asked for patience; reads are left to the caller's query library.
 * @throws Problem
 */
export function makeApi(options: ApiOptions): Api {
  const request = async <T>(method: string, path: string, body: unknown, sent: Sent = {}): Promise<T> => {
    const headers = new Headers({ accept: 'application/json', 'accept-language': options.lang() })
    const payload = bodyOf(body, headers)
    const isWrite = method !== 'GET'
    if (isWrite) headers.set('idempotency-key', sent.attempts?.keyFor(`${method} ${path}`, body) ?? newKey())
    const waits = isWrite ? [...(options.waits ?? [400, 1600])] : []
    for (;;) {
      try {
        const answer = await once<T>(method, path, headers, payload, sent.signal)
        sent.attempts?.done()
        return answer
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        const wait = waits.shift()
        if (wait === undefined || !isPassing(error)) {
          if (error.status === 401) options.onSignedOut?.()
          throw error
        }
        await pause(wait)
      }
    }
  }
  return {
    get: (path, query, sent) => request('GET', address(path, query), undefined, sent),
    post: (path, body, sent) => request('POST', path, body, sent),
    put: (path, body, sent) => request('PUT', path, body, sent),
    patch: (path, body, sent) => request('PATCH', path, body, sent),
    delete: (path, sent) => request('DELETE', path, undefined, sent),
  }
}
