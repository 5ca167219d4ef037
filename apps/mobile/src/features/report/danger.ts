import type { Pair } from '../../api/shapes.ts'
import { type Service, servicesFor } from './emergency.ts'

/** Whether to say «call first»: by the words themselves, by what the server sees in them, or by the chosen class. */
export function danger(
  text: string,
  seen: { readonly say: Pair; readonly call: string } | null | undefined,
): { services: readonly Service[]; say: Pair | null } | null {
  const own = servicesFor(text)
  if (own.length === 0 && !seen) return null
  const first = seen && /^(110|119|120|122)$/.test(seen.call) ? [seen.call as Service] : []
  return { services: [...new Set([...first, ...own])], say: seen?.say ?? null }
}
