import type { Config } from './config.ts'
import type { Calendar } from './calendar.ts'
import type { Db } from './db.ts'
import type { Files } from './files.ts'
import type { Live } from './notify.ts'
import type { Vault } from './vault.ts'

/** What a person may be asked to do; rights come from posts only, never from a person. Names: glossary.md. */
export const roles = [
  'resident',
  'gridWorker',
  'gridLeader',
  'communityDesk',
  'hotlineClerk',
  'dispatcher',
  'departmentHandler',
  'departmentLead',
  'adjudicator',
  'supervisor',
  'callbackAgent',
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
  'peopleKeeper',
  'statutoryKeeper',
] as const

export type Role = (typeof roles)[number]

/** A post is role × organisation × area. `area` is a scope: a code without its trailing zero groups, matched by prefix. */
export interface Post {
  /** Readable: `<role>:<org>:<area>`. */
  readonly id: string
  readonly role: Role
  readonly org: string
  readonly area: string
  /** A post may hold a named set of areas that crosses the tree. */
  readonly areas?: readonly string[]
}

/** Who acts. A visitor has no account; a link opens exactly one matter; the system acts when a clock does. */
export interface Actor {
  readonly kind: 'visitor' | 'resident' | 'staff' | 'partner' | 'system'
  /** Account id, partner key id or name of the job; null for visitors. */
  readonly id: string | null
  readonly posts: readonly Post[]
  /** The person behind the account, in the vault. */
  readonly subjectId: string | null
  readonly link: { readonly noun: string; readonly id: string } | null
  readonly sessionId: string | null
}

export const visitor: Actor = { kind: 'visitor', id: null, posts: [], subjectId: null, link: null, sessionId: null }

/** The actor of clocks and reactions. `job` names what acts, for the trace. */
export function systemActor(job: string): Actor {
  return { kind: 'system', id: job, posts: [], subjectId: null, link: null, sessionId: null }
}

/** What a city's server holds in process; made once in app.ts. */
export interface City {
  readonly config: Config
  readonly vault: Vault
  readonly files: Files
  /** Open pages, told at once when something changes for them. */
  readonly live: Live
  /** The working calendar as of its last load. */
  calendar(): Calendar
  /** Reads the calendar's rows anew, after a change. */
  reloadCalendar(): Promise<void>
}

/** One request's idempotency key, to be written by the statement that makes the change. */
export interface Once {
  readonly caller: string
  readonly route: string
  readonly key: string
  /** Keyed hash of the request. */
  readonly hash: Buffer
}

/** The first argument of every command and query. No container, no globals, no clock of the machine. */
export interface Context {
  readonly db: Db
  readonly actor: Actor
  readonly now: Date
  readonly city: City
  readonly once: Once | null
  readonly lang: 'zh' | 'en'
  readonly requestId: string
}

/** True when the scope `area` (or one of the post's set) covers the code. */
export function postCovers(post: Post, code: string): boolean {
  return code.startsWith(post.area) || (post.areas?.some((area) => code.startsWith(area)) ?? false)
}

/** The post by which the actor may act in one of these roles, for an area when one is given; null when none. */
export function holds(actor: Actor, wanted: readonly Role[], code?: string): Post | null {
  return actor.posts.find((post) => wanted.includes(post.role) && (code === undefined || postCovers(post, code))) ?? null
}
