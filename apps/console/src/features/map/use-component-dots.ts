import type { Schemas } from '@linli/api'
import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '../../app/api.ts'
import { useSay } from '../../app/language.ts'
import { useCounts } from '../components/use-types.ts'
import type { MapView } from './dots.ts'
import { dotsOf, tilesIn } from './tiles.ts'

type ComponentTile = Schemas['ComponentTile']

interface Asked {
  readonly box: string
  readonly zoom: number
  readonly type: string | undefined
  readonly enabled: boolean
}

/** The components of the view, tile by tile: a tile that was seen before is not asked for again. */
export function useComponentDots({ box, zoom, type, enabled }: Asked): MapView | undefined {
  const say = useSay()
  const counts = useCounts(undefined, enabled)
  const tiles = enabled && box !== '' ? tilesIn(box, zoom) : []
  const found = useQueries({
    queries: tiles.map(({ z, x, y }) => ({
      queryKey: ['component-tile', z, x, y, type ?? ''],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.get<ComponentTile>(`/api/components/tiles/${z}/${x}/${y}`, { type }, { signal }),
      staleTime: 60_000,
    })),
    combine: (results) => ({
      data: results.flatMap((result) => result.data ?? []),
      isWhole: results.every((result) => !result.isPending),
    }),
  })
  return useMemo(() => {
    if (!enabled || box === '' || !found.isWhole) return undefined
    const names = new Map((counts.data?.items ?? []).map((one) => [one.type.code, say(one.type.name)]))
    return dotsOf(found.data, (code) => names.get(code) ?? code)
  }, [enabled, box, found, counts.data, say])
}
