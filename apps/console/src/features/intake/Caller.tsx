import type { Schemas } from '@linli/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { Note } from '../../parts/Note.tsx'
import { intakeWords } from './words.ts'

/** Whether a number is whole enough to ask for: looking leaves a trace, so nothing is asked while it is being typed. */
const isWhole = (phone: string): boolean => /^(1\d{10}|0\d{9,11})$/.test(phone.replaceAll(/[\s-]/g, ''))

/** Who is calling, if the number is known: masked name, and what is still open. */
export function Caller({ phone }: { readonly phone: string }): ReactElement | null {
  const t = useWords(intakeWords)
  const wanted = phone.replaceAll(/[\s-]/g, '')
  const caller = useQuery({
    queryKey: ['caller', wanted],
    queryFn: () => api.get<Schemas['Caller']>('/api/callers', { phone: wanted }),
    enabled: isWhole(phone),
    staleTime: 300_000,
    retry: false,
  })
  if (!isWhole(phone) || !caller.data?.known) return null
  const { name, open } = caller.data
  return (
    <Note>
      {t('known', { name: name ?? '' })}
      {open.length > 0 && ` ${t('openOnes', { count: open.length })}`}
      {open.length > 0 && (
        <ul>
          {open.map((one) => (
            <li key={one.id}>
              <Link to="/cases/$id" params={{ id: one.id }}>
                {one.title}
              </Link>{' '}
              <span className="quiet number">{one.number}</span>
            </li>
          ))}
        </ul>
      )}
    </Note>
  )
}
