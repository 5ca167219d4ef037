import { useQueries, useQuery } from '@tanstack/react-query'
import type { CaseRow, PublicCase } from '../../api/cases.ts'
import type { Problem } from '../../api/problem.ts'
import type { List } from '../../api/shapes.ts'
import { askOrRemember, type Told, useAsk } from '../../app/ask.ts'
import { useAccount } from '../../app/session.ts'
import type { MyLink } from '../../store/rows.ts'
import { myLinks } from '../../store/shelves.ts'

/** One of my matters in a list: what is known at once, and the rest as soon as it is told. */
export interface Mine {
  readonly number: string
  readonly title: string
  readonly state: string
  /** Where it opens: by the account, or by the secret link. */
  readonly opens: { readonly id: string } | { readonly token: string }
  readonly whole: PublicCase | null
}

export interface MyMatters {
  readonly matters: readonly Mine[]
  readonly keptAt: number | null
  readonly loading: boolean
  readonly problem: Problem | null
  readonly again: () => void
}

/** Path of the question about one secret link or code. */
export function followPath(token: string): string {
  return `/api/public/follow/${encodeURIComponent(token)}`
}

/** Path of the question about one matter of my account. */
export function minePath(id: string): string {
  return `/api/my/cases/${encodeURIComponent(id)}`
}

export function tokenOf(link: string): string {
  return link.replace(/^.*\/c\//, '')
}

/** Each matter in full, as far as it can be had. */
function useWhole(paths: readonly string[], account: string | null): readonly (Told<PublicCase> | undefined)[] {
  return useQueries({
    queries: paths.map((path) => ({
      queryKey: [path, account],
      queryFn: ({ signal }: { signal: AbortSignal }) => askOrRemember<PublicCase>(path, account, signal),
      staleTime: 30_000,
    })),
  }).map((asked) => asked.data)
}

const keptIn = (told: readonly (Told<PublicCase> | undefined)[]) => told.find((each) => each && each.keptAt !== null)?.keptAt ?? null

/** Matters of the account, newest first; the first `most` in full. */
function useByAccount(most: number): MyMatters {
  const account = useAccount()
  const asked = useAsk<List<CaseRow>>('/api/my/cases?limit=200', { enabled: account !== null, every: 60_000 })
  const rows = asked.data?.body.items ?? []
  const whole = useWhole(
    rows.slice(0, most).map((row) => minePath(row.id)),
    account,
  )
  return {
    matters: rows.map((row, index) => ({ ...row, opens: { id: row.id }, whole: whole[index]?.body ?? null })),
    keptAt: asked.data?.keptAt ?? keptIn(whole),
    loading: account !== null && asked.isPending,
    problem: asked.error,
    again: () => void asked.refetch(),
  }
}

/** Reports whose secret links lie on this phone. */
function useByLink(most: number): MyMatters {
  const asked = useQuery({ queryKey: ['links'], queryFn: myLinks, staleTime: 0 })
  const links: readonly MyLink[] = asked.data ?? []
  const whole = useWhole(
    links.slice(0, most).map((link) => followPath(tokenOf(link.link))),
    null,
  )
  const matters = links.map((link, index) => {
    const told = whole[index]?.body ?? null
    return { number: link.number, title: link.title, state: told?.state ?? 'submitted', opens: { token: tokenOf(link.link) }, whole: told }
  })
  return { matters, keptAt: keptIn(whole), loading: asked.isPending, problem: null, again: () => void asked.refetch() }
}

/** My matters: those of my account and those reported on this phone, each once; `most` of each in full. */
export function useMyMatters(most: number): MyMatters {
  const mine = useByAccount(most)
  const here = useByLink(most)
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
