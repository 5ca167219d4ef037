import type { Schemas } from '@linli/api'
import { useQueries } from '@tanstack/react-query'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { directoryWords } from './words.ts'

/** The names of areas by code, each asked for once; no code is the whole city. */
export function useAreaNames(codes: readonly string[]): (code: string) => string {
  const t = useWords(directoryWords)
  const areas = [...new Set(codes.filter((code) => code !== ''))]
  const found = useQueries({
    queries: areas.map((code) => ({
      queryKey: ['area', code],
      queryFn: () => api.get<Schemas['AreaDetail']>(`/api/areas/${code}`),
      staleTime: 600_000,
      retry: false,
    })),
  })
  const names = new Map(areas.map((code, index) => [code, found[index]?.data?.name]))
  return (code) => (code === '' ? t('wholeCity') : (names.get(code) ?? code))
}
