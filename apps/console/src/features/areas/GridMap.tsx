import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { Note } from '../../parts/Note.tsx'
import type { Grids } from '../../parts/map/grids.ts'
import { useMap } from '../../parts/map/use-map.ts'
import { mapWords } from '../map/words.ts'

interface GridMapProps {
  readonly area: string
  readonly lit: string | null
  readonly onPick: (code: string) => void
}

/** The borders below an area; a press on one opens it. */
export function GridMap({ area, lit, onPick }: GridMapProps): ReactElement {
  const t = useWords(mapWords)
  const latest = useRef(onPick)
  useEffect(() => {
    latest.current = onPick
  })
  const grids = useQuery({
    queryKey: ['grids', area],
    queryFn: () => api.get<Grids>('/api/areas/grids.geojson', { area }),
    staleTime: 600_000,
    enabled: area !== '',
  })
  const { box, failed, busy } = useMap({
    grids: grids.data,
    lit,
    onMap: ({ map }) =>
      map.on('click', (event) => {
        const [hit] = map.queryRenderedFeatures(event.point, { layers: ['grid-fill'] })
        const code: unknown = hit?.properties['code']
        if (typeof code === 'string') latest.current(code)
      }),
  })
  return (
    <>
      {failed && <Note tone="soon">{t('failed')}</Note>}
      {grids.data?.features.length === 0 && <Note>{t('noGrids')}</Note>}
      <section ref={box} className="grid-map" aria-busy={busy && !grids.isError} aria-label={t('label')} />
    </>
  )
}
