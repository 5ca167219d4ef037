import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call } from '../api/call.ts'
import type { Pair } from '../api/shapes.ts'
import { useAsk } from '../app/ask.ts'

/** Whom to call before anything is filled in. */
export interface EmergencyCard {
  readonly call: string
  readonly say: Pair
}

/** A class of the catalogue as the phone needs it. */
export interface CategoryCard {
  readonly code: string
  readonly name: Pair
  readonly plain: Pair
  readonly emergency: EmergencyCard | null
}

interface Suggested {
  readonly items: readonly { readonly category: CategoryCard }[]
  readonly emergency: EmergencyCard | null
}

/** The value once it has stood still, so that each letter is not a question. */
function useStill(value: string, milliseconds: number): string {
  const [still, setStill] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setStill(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return still
}

/** What the words seem to be about, likeliest first, and whom to call when they say danger; nothing without a network. */
export function useSuggestion(text: string): { categories: readonly CategoryCard[]; emergency: EmergencyCard | null } {
  const still = useStill(text.trim(), 500)
  const asked = useQuery({
    queryKey: ['suggestion', still],
    queryFn: ({ signal }) => call<Suggested>('POST', '/api/public/categories/suggest', { body: { text: still, top: 4 }, signal }),
    enabled: still.length >= 2,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const fresh = still.length >= 2 ? asked.data : undefined
  return { categories: (fresh?.items ?? []).map((item) => item.category), emergency: fresh?.emergency ?? null }
}

interface Groups {
  readonly groups: readonly { readonly items: readonly CategoryCard[] }[]
}

/** All classes that a report can have. */
export function useCatalogue(wanted: boolean): { categories: readonly CategoryCard[]; loading: boolean } {
  const asked = useAsk<Groups>('/api/public/categories?kind=case', { enabled: wanted })
  return { categories: (asked.data?.body.groups ?? []).flatMap((group) => group.items), loading: wanted && asked.isPending }
}
