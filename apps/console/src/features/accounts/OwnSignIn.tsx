import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import type { Schemas } from '@linli/api'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { Note } from '../../parts/Note.tsx'
import { signInWords } from './words.ts'

const reasons = {
  'session.notOpened': 'notOpened',
  'session.codeNeeded': 'ownCode',
  'session.accountLocked': 'locked',
  'session.providerAway': 'away',
} as const

/** Why the city's own sign-in did not let somebody through. */
export function RefusedThere({ code }: { readonly code: string }): ReactElement {
  const t = useWords(signInWords)
  const reason = Object.entries(reasons).find(([known]) => known === code)?.[1] ?? 'refused'
  return (
    <Note tone="late" alert>
      {t(reason)}
    </Note>
  )
}

/** The way in through the city's own sign-in, where it has one. */
export function OwnSignIn(): ReactElement | null {
  const t = useWords(signInWords)
  const found = useQuery({
    queryKey: ['own-sign-in'],
    queryFn: () => api.get<Schemas['OwnSignIn']>('/api/public/sign-in'),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const name = found.data?.name
  if (name === undefined || name === null) return null
  return (
    <Button size="large" block href="/api/public/sign-in/begin">
      {t('own', { name })}
    </Button>
  )
}
