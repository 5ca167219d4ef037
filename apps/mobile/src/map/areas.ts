import { address } from '@linli/api'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { List } from '../api/shapes.ts'
import { askOrRemember, useAsk } from '../app/ask.ts'
import { useAccount } from '../app/session.ts'
import { type GridFile, shapesOf } from './grids.ts'
import type { Point, Shape } from './projection.ts'

export interface AreaCard {
  readonly code: string
  readonly name: string
  readonly level: string
}

/** What lies under a place: the smallest area known, and those that hold it from above. */
export interface Located {
  readonly inside: boolean
  readonly area: AreaCard | null
  readonly path: readonly Omit<AreaCard, 'level'>[]
}

/** Digits of a code at each level (GB/T 2260, the statistics office, and the city's own grids). */
const digits = { town: 9, community: 12 } as const

/** A street, compound, landmark or area with its name; `point` when it is known. */
export interface PlaceCard {
  readonly name: string
  readonly area: string
  readonly within: string
  readonly point: Point | null
}

function listPath(parent: string | null): string {
  return address('/api/public/areas', { parent })
}

/** Levels above the county are passed over: a city has one of each. */
const above = new Set(['province', 'city'])

/** Areas directly below; the city's counties when nothing is given. */
export function useAreasBelow(parent: string | null, wanted: boolean): { areas: readonly AreaCard[]; loading: boolean } {
  const account = useAccount()
  const asked = useQuery({
    queryKey: ['areas', parent, account],
    queryFn: async ({ signal }) => {
      let items = (await askOrRemember<List<AreaCard>>(listPath(parent), account, signal)).body.items
      while (items.length === 1 && items[0] && above.has(items[0].level)) {
        items = (await askOrRemember<List<AreaCard>>(listPath(items[0].code), account, signal)).body.items
      }
      return items
    },
    enabled: wanted,
    staleTime: 600_000,
  })
  return { areas: asked.data ?? [], loading: wanted && asked.isPending }
}

/** Places by a part of their name or the initials of its pinyin. */
export function usePlaces(words: string): readonly PlaceCard[] {
  const typed = words.trim()
  const asked = useAsk<List<PlaceCard>>(address('/api/public/areas/places', { q: typed, limit: 8 }), { enabled: typed !== '', stay: true })
  return typed === '' ? [] : (asked.data?.body.items ?? [])
}

/** The areas under a pin: null while unknown. */
export function useLocated(pin: Point | null): Located | null {
  const asked = useAsk<Located>(address('/api/public/areas/locate', { lon: pin?.lon.toFixed(5), lat: pin?.lat.toFixed(5) }), {
    enabled: pin !== null,
    stay: true,
  })
  return asked.data?.body ?? null
}

/** The areas under a pin as one says them: from the town down. */
export function wordsOfPlace(located: Located | null): string {
  const names = (located?.path ?? []).filter((area) => area.code.length >= digits.town).map((area) => area.name)
  return names.filter((name, index) => !names[index + 1]?.startsWith(name)).join(' ')
}

/** The community that holds a code, or the code itself where it is larger. */
export function communityOf(code: string): string {
  return code.slice(0, digits.community)
}

/** Grids of an area (a town or smaller) as shapes to draw; none where there are none. */
export function useGrids(area: string | null): readonly Shape[] {
  const asked = useAsk<GridFile>(address('/api/public/areas/grids.geojson', { area }), { enabled: area !== null })
  const file = asked.data?.body
  return useMemo(() => shapesOf(file), [file])
}
