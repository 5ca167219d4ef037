import { useQueries, useQuery } from '@tanstack/react-query'
import type { MyCase, PublicCase } from '../../api/cases.ts'
import type { Problem } from '../../api/problem.ts'
import type { List } from '../../api/shapes.ts'
import { askOrRemember, useAsk } from '../../app/ask.ts'
import { useAccount } from '../../app/session.ts'
import type { MyLink } from '../../store/rows.ts'
import { myLinks } from '../../store/shelves.ts'

export interface MyMatters {
  readonly matters: readonly MyCase[]
  readonly keptAt: number | null
  readonly loading: boolean
  readonly problem: Problem | null
  readonly again: () => void
}

function tokenOf(link: MyLink): string {
  return link.link.replace(/^.*\/c\//, '')
}

/** Path of the question about one secret link. */
export function followPath(token: string): string {
  return `/api/public/follow/${encodeURIComponent(token)}`
}

/** A report of this phone of which the server has not been asked yet, or which no longer opens. */
function bareMatter(link: MyLink): MyCase {
  return { number: link.number, title: link.title, link: link.link, state: 'submitted', stateSay: { zh: '已报上去', en: 'Reported' } }
}

function useMine(): MyMatters {
  const account = useAccount()
  const mine = useAsk<List<MyCase>>('/api/my/cases', { enabled: account !== null, every: 60_000 })
  return {
    matters: mine.data?.body.items ?? [],
    keptAt: mine.data?.keptAt ?? null,
    loading: account !== null && mine.isPending,
    problem: mine.error,
    again: () => void mine.refetch(),
  }
}

/** Reports whose links lie on this phone, each asked by its link. */
function useHere(): MyMatters {
  const links = useQuery({ queryKey: ['links'], queryFn: myLinks, staleTime: 0 })
  const all = links.data ?? []
  const asked = useQueries({
    queries: all.map((link) => ({
      queryKey: [followPath(tokenOf(link)), null],
      queryFn: ({ signal }: { signal: AbortSignal }) => askOrRemember<PublicCase>(followPath(tokenOf(link)), null, signal),
      staleTime: 30_000,
    })),
  })
  const matters = all.map((link, index) => {
    const told = asked[index]?.data
    return told ? { ...told.body, link: link.link } : bareMatter(link)
  })
  const keptAt = asked.map((each) => each.data?.keptAt ?? null).find((each) => each !== null) ?? null
  return { matters, keptAt, loading: links.isPending, problem: null, again: () => void links.refetch() }
}

/** My matters: those of my account and those reported on this phone, each once. */
export function useMyMatters(): MyMatters {
  const mine = useMine()
  const here = useHere()
  const known = new Set(mine.matters.map((matter) => matter.number))
  return {
    matters: [...mine.matters, ...here.matters.filter((matter) => !known.has(matter.number))],
    keptAt: mine.keptAt ?? here.keptAt,
    loading: mine.loading || here.loading,
    problem: mine.problem,
    again: () => {
      mine.again()
      here.again()
    },
  }
}
