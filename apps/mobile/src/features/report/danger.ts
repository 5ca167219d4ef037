import type { Pair } from '../../api/shapes.ts'
import type { EmergencyCard } from '../../catalogue/cards.ts'
import { type Service, services, servicesFor } from './emergency.ts'

/** Whether to say «call first»: by the words themselves, by what the server sees in them, or by the chosen class. */
export function danger(text: string, seen: EmergencyCard | null): { services: readonly Service[]; say: Pair | null } | null {
  const own = servicesFor(text)
  if (own.length === 0 && !seen) return null
  const first = services.filter((service) => service === seen?.call)
  return { services: [...new Set([...first, ...own])], say: seen?.say ?? null }
}
