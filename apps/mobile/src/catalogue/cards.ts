import { address } from '@linli/api'
import { useEffect, useState } from 'react'
import type { List, Pair } from '../api/shapes.ts'
import { useAsk } from '../app/ask.ts'

/** A class of the catalogue as the phone needs it. */
export interface CategoryCard {
  readonly code: string
  readonly name: Pair
  readonly plain?: Pair | null
  readonly group?: { readonly code: string; readonly name: Pair } | null
  readonly emergency?: { readonly say: Pair; readonly call: string } | null
}

interface Suggested extends List<CategoryCard> {
  readonly emergency?: { readonly say: Pair; readonly call: string } | null
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

/** What the words seem to be about, likeliest first; empty without a network. */
export function useSuggestion(text: string): { categories: readonly CategoryCard[]; emergency: Suggested['emergency'] } {
  const still = useStill(text.trim().slice(0, 400), 500)
  const asked = useAsk<Suggested>(address('/api/public/categories/suggest', { text: still }), { enabled: still.length >= 2 })
  const fresh = still.length >= 2 ? asked.data?.body : undefined
  return { categories: fresh?.items ?? [], emergency: fresh?.emergency ?? null }
}

export function useCatalogue(wanted: boolean): { categories: readonly CategoryCard[]; loading: boolean } {
  const asked = useAsk<List<CategoryCard>>('/api/public/categories', { enabled: wanted })
  return { categories: asked.data?.body.items ?? [], loading: wanted && asked.isPending }
}
