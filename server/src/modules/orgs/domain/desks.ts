import type { Post, Role } from '#platform/context'
import { handlingRoles } from './roles.ts'

/** A post in force, and whether anybody holds it now. */
export interface StaffedPost extends Post {
  readonly held: boolean
}

/** Posts arranged so that the desk for a place is found without a search. */
export interface Desks {
  /** The post of this role that serves the code: of the longest scope around it. A post that nobody holds serves only if no held one does. */
  deskFor(role: Role, code: string): string | null
  /** The post to which a unit's orders go. */
  handlerPost(unit: string): string | null
}

function byScope(posts: readonly StaffedPost[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const post of posts) {
    for (const area of [post.area, ...(post.areas ?? [])]) {
      const key = `${post.role}:${area}`
      const there = found.get(key)
      if (there === undefined || post.id < there) found.set(key, post.id)
    }
  }
  return found
}

/** Held before vacant, then by role, then the wider area, then by id. */
function betterHandler(a: StaffedPost, b: StaffedPost): boolean {
  if (a.held !== b.held) return a.held
  const rank = handlingRoles.indexOf(a.role) - handlingRoles.indexOf(b.role)
  if (rank !== 0) return rank < 0
  return a.area.length < b.area.length || (a.area.length === b.area.length && a.id < b.id)
}

function handlers(posts: readonly StaffedPost[]): Map<string, StaffedPost> {
  const best = new Map<string, StaffedPost>()
  for (const post of posts) {
    if (!handlingRoles.includes(post.role)) continue
    const there = best.get(post.org)
    if (!there || betterHandler(post, there)) best.set(post.org, post)
  }
  return best
}

function longest(scopes: ReadonlyMap<string, string>, role: Role, code: string): string | null {
  for (let length = code.length; length >= 2; length -= 1) {
    const found = scopes.get(`${role}:${code.slice(0, length)}`)
    if (found !== undefined) return found
  }
  return null
}

/** Arranges the posts that are in force. */
export function arrange(posts: readonly StaffedPost[]): Desks {
  const held = byScope(posts.filter((post) => post.held))
  const all = byScope(posts)
  const units = handlers(posts)
  return {
    deskFor: (role, code) => longest(held, role, code) ?? longest(all, role, code),
    handlerPost: (unit) => units.get(unit)?.id ?? null,
  }
}
