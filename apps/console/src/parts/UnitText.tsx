import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import type { UnitRow } from '../api-types.ts'
import { api } from '../app/api.ts'
import { useSay } from '../app/language.ts'

/** A unit by its name; its id until the name has come. */
export function UnitText({ id }: { readonly id: string }): ReactElement {
  const say = useSay()
  const unit = useQuery({ queryKey: ['unit', id], queryFn: () => api.get<UnitRow>(`/api/units/${id}`), staleTime: 600_000, retry: false })
  return <span>{unit.data ? say(unit.data.name) : id}</span>
}
