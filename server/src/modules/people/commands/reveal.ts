import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { type Refusal, refuse } from '#platform/refusal'
import { isPurpose, revealField } from '#platform/vault'
import { isMinor, type SealedField } from '../domain/person.ts'
import { hasConsent } from '../sql/consent.ts'
import { personFor } from '../queries/person-page.ts'
import { checkAllowance, noteLookup } from './look-up.ts'

export function needsGuardian(): Refusal {
  return refuse('forbidden', 'people.guardian', {
    zh: '未满 14 周岁，须有监护人同意才能查看。',
    en: 'Under 14: shown only with a guardian’s consent.',
  })
}

/**
 * Shows one field of a person in the clear, for a purpose; few in an hour. Leaves a look that the person reads.
 * @throws Refusal `people.missing` (404), `vault.purpose` (422), `people.guardian` (403), `people.too-many` (429)
 */
export async function revealPerson(ctx: Context, id: string, field: SealedField, purpose: string): Promise<{ value: string | null }> {
  const { person, post } = await personFor(ctx, id)
  if (!isPurpose(purpose) || purpose === 'breakGlass')
    throw refuse('invalid', 'vault.purpose', { zh: '请选一个用途。', en: 'Please choose a purpose.' })
  if (isMinor(person.born, localDate(ctx.now)) && !(await hasConsent(ctx, person))) throw needsGuardian()
  await checkAllowance(ctx, 'reveal')
  await noteLookup(ctx, 'reveal', purpose, post, 1)
  return { value: await revealField(ctx, person.id, field, purpose, post) }
}
