import type { Case } from './case.ts'

/** Another matter with a photo that looks like one of ours. */
export type Other = Pick<Case, 'id' | 'number' | 'area' | 'reporter_account' | 'subject_id' | 'continued_in' | 'photos'> & {
  readonly units: readonly string[]
}

type Linked = Pick<Case, 'id' | 'continued_in'>

/** Merged into one another, or both into a third: one work. */
function isMerged(a: Linked, b: Linked): boolean {
  return a.continued_in === b.id || b.continued_in === a.id || (a.continued_in !== null && a.continued_in === b.continued_in)
}

/**
 * Whether two alike photos say nothing: of merged matters, both the reporter's own, or both what the units did. A unit's picture that
 * repeats what a reporter sent is told in any case.
 */
export function isSameWork(
  noun: Pick<Case, 'id' | 'continued_in' | 'photos' | 'reporter_account' | 'subject_id'>,
  other: Other,
  alike: { id: string; like: string },
): boolean {
  const [ours, theirs] = [noun.photos.includes(alike.id), other.photos.includes(alike.like)]
  if (!isMerged(noun, other) || ours !== theirs) return false
  const isSamePerson =
    noun.subject_id === other.subject_id || (noun.reporter_account !== null && noun.reporter_account === other.reporter_account)
  return !ours || isSamePerson
}
