import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call } from '../../api/call.ts'
import type { Pair } from '../../api/shapes.ts'
import { type DraftArea, type DraftPlace, whereOf } from './draft.ts'

/** An open matter as everybody may know it: no words of its reporter, no person. */
export interface SimilarMatter {
  readonly number: string
  readonly category: { readonly code: string; readonly name: Pair }
  readonly place: string
  readonly metres: number | null
  readonly stateSay: Pair
  readonly unit: Pair
  readonly reportedAt: string
  readonly reports: number
}

interface About {
  readonly text: string
  readonly category: { readonly code: string } | null
  readonly place: DraftPlace | null
  readonly area: DraftArea | null
  readonly address: string
}

/** How long typing must rest, and how much must be said, before it is worth a question. */
const restMs = 900
const fewestLetters = 4

/** The question as it is sent, or null while place or words are missing. */
export function similarBody(about: About): Record<string, unknown> | null {
  const text = about.text.trim()
  if (text.length < fewestLetters || (!about.place && !about.area)) return null
  return { text, ...(about.category ? { category: about.category.code } : {}), ...whereOf(about) }
}

/** Open matters nearby that look the same, asked in the background; nothing without a network, and nothing waits for it. */
export function useSimilar(about: About): readonly SimilarMatter[] {
  const body = JSON.stringify(similarBody(about))
  const [still, setStill] = useState('null')
  useEffect(() => {
    const timer = setTimeout(() => setStill(body), restMs)
    return () => clearTimeout(timer)
  }, [body])
  const asked = useQuery({
    queryKey: ['similar', still],
    queryFn: ({ signal }) =>
      call<{ items: readonly SimilarMatter[] }>('POST', '/api/public/similar', { body: JSON.parse(still) as unknown, signal }),
    enabled: still !== 'null',
    retry: false,
    staleTime: 60_000,
  })
  return still === body ? (asked.data?.items ?? []) : []
}
