import { useMe } from './session.ts'

/** True when one of the signed-in person's posts has this role; the server decides all the same. */
export function useIs(role: string): boolean {
  return useMe().data?.posts.some((post) => post.role === role) ?? false
}
