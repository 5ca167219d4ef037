import type { Schemas } from '@linli/api'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { api } from '../app/api.ts'

/** An area by its name with the code beside it; the code alone until the name has come. */
export function AreaText({ code }: { readonly code: string }): ReactElement {
  const area = useQuery({
    queryKey: ['area', code],
    queryFn: () => api.get<Schemas['AreaDetail']>(`/api/areas/${code}`),
    enabled: code !== '',
    staleTime: 600_000,
    retry: false,
  })
  return (
    <span>
      {area.data?.path.map((one) => one.name).join(' › ')} <span className="quiet number">{code}</span>
    </span>
  )
}
