import type { Actor } from '#platform/context'
import { readers } from '../domain/component-flow.ts'

export type Bind = (value: unknown) => string

/** The scopes whose components this person may see, none of them within another. */
export function scopesOf(actor: Actor): string[] {
  const all = actor.posts.filter((post) => readers.includes(post.role)).flatMap((post) => [post.area, ...(post.areas ?? [])])
  const scopes = [...new Set(all)]
  return scopes.filter((one) => !scopes.some((other) => other !== one && one.startsWith(other)))
}

/** Those of the scopes that lie within an area that was asked for, or that area where it lies within one of them. */
export function narrowed(scopes: readonly string[], area: string | undefined): string[] {
  if (area === undefined) return [...scopes]
  const asked = area.replace(/(000)+$/, '')
  return scopes.some((scope) => asked.startsWith(scope)) ? [asked] : scopes.filter((scope) => scope.startsWith(asked))
}

/** A column of area codes begins with one of the scopes: as ranges in the order of bytes, which the index follows (`:` comes after the digits). */
export function within(scopes: readonly string[], column: string, bind: Bind): string {
  const parts = scopes.map((scope) => `(${column} collate "C" >= ${bind(scope)} and ${column} collate "C" < ${bind(`${scope}:`)})`)
  return parts.length === 0 ? 'false' : `(${parts.join(' or ')})`
}
