import { type Actor, type Context, type Role, visitor } from '#platform/context'

export const hourMs = 3_600_000

/** What is needed to live matters in the demonstration. */
export interface Town {
  readonly ctx: Context
  readonly now: Date
  readonly random: () => number
  readonly holders: ReadonlyMap<string, string>
  readonly residents: readonly { readonly id: string; readonly subjectId: string }[]
}

/** Somebody on a post of the demonstration; the account's id when one holds it. */
export function onPost(post: string, holders: ReadonlyMap<string, string>): Actor {
  const [role = '', org = '', area = ''] = post.split(':')
  return { ...visitor, kind: 'staff', id: holders.get(post) ?? `demo:${post}`, posts: [{ id: post, role: role as Role, org, area }] }
}
