import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { ReactElement } from 'react'
import type { AreaName } from '../../api-types.ts'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { useMe } from '../../app/session.ts'
import { pickerWords } from './words.ts'

const PickMap = lazy(async () => ({ default: (await import('../map/PickMap.tsx')).PickMap }))

export interface PlaceValue {
  readonly lon: number
  readonly lat: number
  readonly source: 'wgs84'
}

interface PlaceFieldProps {
  readonly id?: string
  readonly value: PlaceValue | undefined
  readonly onChange: (value: PlaceValue | undefined) => void
}

interface Located {
  readonly area?: AreaName | null
  readonly code?: string
  readonly name?: string
  readonly path?: readonly AreaName[]
}

/** A point of the city, chosen on the map, and the grid in which it lies. */
export function PlaceField({ id, value, onChange }: PlaceFieldProps): ReactElement {
  const t = useWords(pickerWords)
  const me = useMe()
  const [open, setOpen] = useState(false)
  const located = useQuery({
    queryKey: ['locate', value?.lon, value?.lat],
    queryFn: () => api.get<Located>('/api/public/areas/locate', { lon: value?.lon, lat: value?.lat }),
    enabled: value !== undefined,
  })
  const path = located.data?.path ?? (located.data?.area ? [located.data.area] : [])
  const where = path.map((area) => area.name).join(' › ') || located.data?.name
  const area = me.data?.posts[0]?.area.code ?? ''
  return (
    <div className="stack place-field">
      <div className="row">
        <Button {...(id !== undefined && { id })} size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('hideMap') : t('pick')}
        </Button>
        {value && located.data && <span>{where ? t('picked', { where }) : t('outside')}</span>}
        {value && located.error && <span className="late">{t('outside')}</span>}
        {value && (
          <Button size="small" type="text" onClick={() => onChange(undefined)}>
            {t('unmark')}
          </Button>
        )}
      </div>
      {open && (
        <Suspense fallback={<div className="pick-map" />}>
          <PickMap area={area} at={value ?? null} onPick={(lon, lat) => onChange({ lon, lat, source: 'wgs84' })} />
        </Suspense>
      )}
    </div>
  )
}
