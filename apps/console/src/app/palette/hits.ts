import type { IconName, Pair } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import type { AreaName, CaseRow, Me, Page, UnitRow } from '../../api-types.ts'
import type { Schemas } from '@linli/api'
import { api } from '../api.ts'
import { useSay, useWords } from '../language.ts'
import type { Speak } from '../language.ts'
import { pagesFor } from '../shell/pages.ts'
import type { PagePath } from '../shell/pages.ts'
import { pageWords } from '../shell/words.ts'
import { useOffered } from './offered.ts'
import type { OfferedMove } from './offered.ts'
import { alsoWords, paletteWords } from './words.ts'

type Target =
  | { readonly run: () => void }
  | { readonly to: PagePath }
  | { readonly to: '/components/$id'; readonly params: { readonly id: string } }
  | { readonly to: '/cases/$id'; readonly params: { readonly id: string } }
  | { readonly to: '/cases'; readonly search: { readonly unit?: string; readonly area?: string } }
  | { readonly to: '/places'; readonly search: { readonly tab: string; readonly at: string } }

export interface Hit {
  readonly key: string
  readonly group: keyof typeof paletteWords
  readonly icon: IconName
  readonly title: string
  readonly note: string
  readonly target: Target
}

type ComponentRow = Schemas['ComponentRow']
type PlaceHit = Schemas['PlaceHits']['items'][number]

interface Found {
  readonly cases: readonly CaseRow[]
  readonly units: readonly UnitRow[]
  readonly areas: readonly AreaName[]
  readonly components: readonly ComponentRow[]
  readonly places: readonly PlaceHit[]
}

/** Each register is asked on its own: what one post may not search leaves the others standing. */
async function find(q: string): Promise<Found> {
  const ask = async <T>(path: string, limit: number): Promise<readonly T[]> =>
    (await api.get<Page<T>>(path, { q, limit }).catch(() => null))?.items ?? []
  const [cases, units, areas, components, places] = await Promise.all([
    ask<CaseRow>('/api/cases', 6),
    ask<UnitRow>('/api/units', 5),
    ask<AreaName>('/api/areas', 5),
    ask<ComponentRow>('/api/components', 4),
    ask<PlaceHit>('/api/places/search', 5),
  ])
  return { cases, units, areas, components, places }
}

interface Names {
  readonly t: Speak<typeof paletteWords>
  readonly p: Speak<typeof pageWords>
  readonly a: Speak<typeof alsoWords>
  readonly say: (pair: Pair) => string
}

const holds = (text: string, wanted: string): boolean => text.toLowerCase().includes(wanted.toLowerCase())

/** Pages by their names and by what people call them. */
function pageHits(me: Me, wanted: string, { p, a }: Names): Hit[] {
  const roles = me.posts.map((post) => post.role)
  return [...pagesFor(roles, 'work'), ...pagesFor(roles, 'care')]
    .filter((page) => holds(`${p(page.words)} ${page.words in alsoWords ? a(page.words as keyof typeof alsoWords) : ''}`, wanted))
    .map((page): Hit => ({ key: page.path, group: 'pages', icon: page.icon, title: p(page.words), note: '', target: { to: page.path } }))
}

function moveHits(moves: readonly OfferedMove[], wanted: string): Hit[] {
  return moves
    .filter((move) => holds(move.label, wanted))
    .map((move): Hit => ({ key: move.key, group: 'moves', icon: 'next', title: move.label, note: move.note, target: { run: move.run } }))
}

const placeHit = (one: PlaceHit): Hit => ({
  key: one.id,
  group: 'places',
  icon: 'pin',
  title: one.name,
  note: `${one.note} · ${one.areaName}`,
  target: { to: '/places', search: { tab: one.kind === 'building' ? 'buildings' : 'small', at: one.id } },
})

function foundHits({ cases, units, areas, components, places }: Found, { t, say }: Names): Hit[] {
  const oneCase = (one: CaseRow): Hit => ({
    key: one.id,
    group: 'cases',
    icon: 'cases',
    title: one.title,
    note: `${one.number} · ${one.area.name}`,
    target: { to: '/cases/$id', params: { id: one.id } },
  })
  const oneUnit = (one: UnitRow): Hit => ({
    key: one.id,
    group: 'units',
    icon: 'orgs',
    title: say(one.name),
    note: t('casesOf'),
    target: { to: '/cases', search: { unit: one.id } },
  })
  const oneArea = (one: AreaName): Hit => ({
    key: one.code,
    group: 'areas',
    icon: 'pin',
    title: one.name,
    note: t('casesIn'),
    target: { to: '/cases', search: { area: one.code } },
  })
  const oneComponent = (one: ComponentRow): Hit => ({
    key: one.id,
    group: 'components',
    icon: 'lamp',
    title: one.name,
    note: `${one.code} · ${one.area.name}`,
    target: { to: '/components/$id', params: { id: one.id } },
  })
  return [...cases.map(oneCase), ...components.map(oneComponent), ...units.map(oneUnit), ...areas.map(oneArea), ...places.map(placeHit)]
}

/** What a person may be looking for. */
export function useHits(me: Me, q: string): { readonly hits: readonly Hit[]; readonly settled: boolean } {
  const names: Names = { t: useWords(paletteWords), p: useWords(pageWords), a: useWords(alsoWords), say: useSay() }
  const wanted = useDeferredValue(q.trim())
  const found = useQuery({ queryKey: ['palette', wanted], queryFn: () => find(wanted), enabled: wanted.length > 0, staleTime: 10_000 })
  const moves = useOffered()
  const hits = [...moveHits(moves, wanted), ...(found.data ? foundHits(found.data, names) : []), ...pageHits(me, wanted, names)]
  return { hits, settled: wanted === q.trim() && !found.isFetching }
}
