import type { ReactElement, ReactNode } from 'react'
import { languageNames, otherLang, setLang, useWords } from '../../app/language.ts'
import { entryWords } from './words.ts'

/** A page before the desk: one column, its name, and the other language. */
export function EntryFrame({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }): ReactElement {
  const t = useWords(entryWords)
  return (
    <main className="entry" id="content">
      <div className="entry-head">
        <img src="/desk/icon.svg" alt="" width={24} height={24} />
        <span>{t('name')}</span>
        <button type="button" className="link-button push" lang={otherLang()} onClick={() => setLang(otherLang())}>
          {languageNames[otherLang()]}
        </button>
      </div>
      <h1>{title}</h1>
      {children}
    </main>
  )
}
