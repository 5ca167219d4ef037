import type { Problem, Schemas } from '@linli/api'
import { ErrorState, momentSay, Skeleton, useLang, useNow } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { Note } from '../../parts/Note.tsx'
import { CityForm } from './CityForm.tsx'
import { EntryFrame } from './EntryFrame.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { entryWords } from './words.ts'

const route = getRouteApi('/invitation/$token')

/** A link that was used, is too old, or was copied wrongly: what to do now. A server that did not answer is asked again. */
function Useless({ problem, again }: { readonly problem: Problem; readonly again: () => void }): ReactElement {
  const t = useWords(entryWords)
  if (problem.status !== 404 && problem.status !== 422) return <ErrorState trouble={problem} onRetry={again} />
  return (
    <EntryFrame title={t('useless')}>
      <Note tone="late" alert>
        {problem.status === 404 && problem.detail !== '' ? problem.detail : t('miscopied')}
      </Note>
      <p>
        <Link to="/sign-in">{t('toSignIn')}</Link>
      </p>
    </EntryFrame>
  )
}

function Open({ token, invitation }: { readonly token: string; readonly invitation: Schemas['Invitation'] }): ReactElement {
  const t = useWords(entryWords)
  const lang = useLang()
  const now = useNow()
  const navigate = useNavigate()
  const onDone = (account: string): void => void navigate({ to: '/sign-in', search: { as: account }, replace: true })
  const isFounding = invitation.kind === 'firstAdministrator'
  return (
    <EntryFrame title={isFounding ? t('cityTitle') : t('passwordTitle')}>
      <p className="quiet">{isFounding ? t('cityExplain') : t('passwordExplain', { account: invitation.signIn ?? '' })}</p>
      <p className="quiet small">{t('until', { when: momentSay(invitation.expiresAt, now, lang) })}</p>
      {isFounding ? (
        <CityForm token={token} onDone={onDone} />
      ) : (
        <PasswordForm token={token} account={invitation.signIn ?? ''} onDone={onDone} />
      )}
    </EntryFrame>
  )
}

/** Where a single-use link leads: to choose a password, or to found a city. */
export function Invitation(): ReactElement {
  const { token } = route.useParams()
  const asked = useQuery<Schemas['Invitation'], Problem>({
    queryKey: ['invitation', token],
    queryFn: () => api.get<Schemas['Invitation']>(`/api/public/invitations/${encodeURIComponent(token)}`),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (asked.isPending) return <Skeleton shape="matter" />
  if (asked.error) return <Useless problem={asked.error} again={() => void asked.refetch()} />
  return <Open token={token} invitation={asked.data} />
}
