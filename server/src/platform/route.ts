import type { z } from 'zod'
import type { City, Context, Role } from './context.ts'
import type { Refusal, Say } from './refusal.ts'

/** Who may call: everybody, everybody signed in, or those who hold a post in one of the roles. */
export type Access = 'public' | 'signedIn' | readonly Role[]

type Shape = z.ZodType | undefined
type Out<S extends Shape> = S extends z.ZodType ? z.output<S> : undefined

/** What a handler is given, already checked. */
export interface Input<P extends Shape, Q extends Shape, B extends Shape> {
  readonly params: Out<P>
  readonly query: Out<Q>
  readonly body: Out<B>
  /** The raw request and reply, for streams (files, server-sent events, cookies). */
  readonly http: Http
}

/** The little of HTTP that a handler may touch. */
export interface Http {
  readonly ip: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly raw: unknown
  status(code: number): void
  header(name: string, value: string): void
  setCookie(name: string, value: string, maxAge: number): void
  cookie(name: string): string | undefined
  /** Sends a stream or bytes as they are. */
  send(type: string, body: NodeJS.ReadableStream | Buffer | string): void
}

export interface RouteSpec<P extends Shape, Q extends Shape, B extends Shape> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  readonly path: string
  /** Operation id: camelCase, unique in the product. */
  readonly operation: string
  readonly tag: string
  readonly say: Say
  readonly access: Access
  /** What "outside" means for this route in the permission matrix. */
  readonly scope: 'none' | 'area' | 'own'
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  /** By status; problems (4xx) are described by the platform. A `null` answer sends its own bytes. */
  readonly answers: Readonly<Record<number, z.ZodType | null>>
  /** `transaction`: the platform opens one and stores the idempotency key in it. `statement`: the handler writes `ctx.once` itself. `none`: harmless when repeated or carrying no key (session). */
  readonly write?: 'transaction' | 'statement' | 'none'
  /** Requests a minute from one address or account. */
  readonly limit?: number
  /** A token that lets a program in beside those whom `access` names (`Authorization: Bearer …`). */
  readonly bearer?: (city: City) => string
  /** How this route says no, where a standard asks for another shape than problem+json. */
  readonly refused?: (
    refusal: Refusal,
    path: string,
    lang: 'zh' | 'en',
  ) => { readonly status: number; readonly type: string; readonly body: string }
  /** Largest body in bytes. */
  readonly bodyLimit?: number
  /** The body is described here but checked by the handler, after it knows whether this actor may see what it is about. */
  readonly lateBody?: true
  /** multipart: the handler reads the parts itself. */
  readonly multipart?: boolean
  /** Answer again after a replay: gives the same body for the id that the first request made. */
  readonly again?: (ctx: Context, id: string, input: Input<P, Q, B>) => Promise<unknown>
  readonly handle: (ctx: Context, input: Input<P, Q, B>) => Promise<unknown>
}

/** A route as the platform sees it. */
export interface Route extends Omit<RouteSpec<Shape, Shape, Shape>, 'handle' | 'again'> {
  readonly handle: (ctx: Context, input: Input<Shape, Shape, Shape>) => Promise<unknown>
  readonly again?: (ctx: Context, id: string, input: Input<Shape, Shape, Shape>) => Promise<unknown>
}

/** Declares a route: schema, access and one call. */
export function route<P extends Shape = undefined, Q extends Shape = undefined, B extends Shape = undefined>(
  spec: RouteSpec<P, Q, B>,
): Route {
  return spec as unknown as Route
}

/** What a write answers: its status, the id it made (kept with the idempotency key) and the body. */
export class Made {
  readonly id: string
  readonly body: unknown
  constructor(id: string, body: unknown) {
    this.id = id
    this.body = body
  }
}

/** The answer of a handler that made something: status 201, and `id` is what a replay finds again. */
export function created(id: string, body: unknown): Made {
  return new Made(id, body)
}
