import { useQuery } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import type { Me, Named, Page } from '../../api-types.ts'
import { api, queries } from '../../app/api.ts'

/** An answer that a unit keeps for matters that come often; the shape is that of the contract. */
export interface Answer {
  readonly id: string
  readonly unit: string
  readonly title: string
  readonly text: string
  readonly changedAt: string
}

const path = '/api/answer-templates'
const key = ['answers'] as const

/** Whose units keep answers. */
export const answerRoles: readonly string[] = ['departmentHandler', 'departmentLead', 'communityDesk']

/** The units for which this person keeps answers, each once. */
export function answeringUnits(me: Pick<Me, 'posts'> | null | undefined): readonly Named[] {
  const found = new Map((me?.posts ?? []).filter((post) => answerRoles.includes(post.role)).map((post) => [post.org.id, post.org]))
  return [...found.values()]
}

/** The kept answers of one's units. */
export function useAnswers(enabled = true): UseQueryResult<readonly Answer[]> {
  return useQuery({ queryKey: key, queryFn: async () => (await api.get<Page<Answer>>(path)).items, enabled })
}

export const refreshAnswers = (): Promise<void> => queries.invalidateQueries({ queryKey: key })

/** Removes one. @throws Problem */
export async function removeAnswer(id: string): Promise<void> {
  await api.delete(`${path}/${id}`)
  await refreshAnswers()
}

/** What stands in the field after an answer was chosen: nothing that was typed is lost. */
export function withAnswer(typed: string, text: string): string {
  return typed.trim() === '' ? text : `${typed.trimEnd()}\n${text}`
}
