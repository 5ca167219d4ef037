import type { Schemas } from '@linli/api'
import { useLang } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { numberText } from './figure.ts'
import { figureWords } from './words.ts'

/** What matters are about, the most first (004-15). */
export function Themes({ query }: { readonly query: Readonly<Record<string, string>> }): ReactElement | null {
  const t = useWords(figureWords)
  const say = useSay()
  const lang = useLang()
  const parts = useQuery({
    queryKey: ['figure-parts', query],
    queryFn: () => api.get<Schemas['FigureParts']>('/api/figures/reported/parts', { ...query, by: 'category' }),
  })
  const items = parts.data?.items ?? []
  if (items.length === 0) return null
  const most = Math.max(...items.map((one) => one.n))
  return (
    <section className="figure-themes">
      <h2>{t('themes')}</h2>
      <ul className="plain-list">
        {items.map((one) => (
          <li key={one.code}>
            <span>{one.name ? say(one.name) : one.code}</span>
            <span className="theme-bar" style={{ inlineSize: `${(one.n / most) * 100}%` }} />
            <span className="number">{numberText(one.n, lang)}</span>
          </li>
        ))}
      </ul>
      {parts.data && parts.data.more > 0 && <p className="quiet">{t('more', { n: parts.data.more })}</p>}
    </section>
  )
}
