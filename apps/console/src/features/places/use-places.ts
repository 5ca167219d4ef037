import type { Schemas } from '@linli/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../app/api.ts'
import { useIs } from '../../app/roles.ts'
import { without } from '../../app/without.ts'
import { filtered } from '../../parts/filter.ts'

const route = getRouteApi('/desk/places')

export type SmallPlace = Schemas['SmallPlace']
export type Building = Schemas['Building']
export type BuildingDetail = Schemas['BuildingDetail']
export type Kinds = Schemas['PlaceKinds']

/** The kinds of small places that hold in an area. */
export function useKinds(area: string | undefined): Kinds['items'] {
  const found = useQuery({
    queryKey: ['place-kinds', area ?? ''],
    queryFn: () => api.get<Kinds>('/api/places/kinds', { area }),
    staleTime: 60_000,
  })
  return found.data?.items ?? []
}

/** Whether this person enters and changes places; the server decides all the same. */
export function useKeeps(): boolean {
  return [useIs('systemAdmin'), useIs('dispatcher'), useIs('communityDesk')].some(Boolean)
}

/** What is open and how the list is narrowed, as the address has it. */
export function usePlaceSearch() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const open = (at: string | undefined): void =>
    void navigate({ search: (before) => ({ ...without(before, 'at'), ...(at !== undefined && { at }) }), replace: at === undefined })
  const set = (name: 'q' | 'area' | 'kind' | 'due', value: string | undefined): void =>
    void navigate({ search: (before) => filtered(before, name, value), replace: true })
  return { search, open, set }
}
