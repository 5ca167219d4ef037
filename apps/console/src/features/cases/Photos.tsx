import type { ReactElement } from 'react'
import type { Photo } from '../../api-types.ts'
import { useWords } from '../../app/language.ts'
import { caseWords } from './words.ts'

/** Photos side by side; each opens in full by itself. */
export function Photos({ photos }: { readonly photos: readonly Photo[] }): ReactElement {
  const t = useWords(caseWords)
  return (
    <div className="matter-photos">
      {photos.map((photo, index) => (
        <a key={photo.id} href={photo.url} target="_blank" rel="noreferrer">
          <img src={photo.url} alt={t('photo', { n: index + 1 })} loading="lazy" />
        </a>
      ))}
    </div>
  )
}
