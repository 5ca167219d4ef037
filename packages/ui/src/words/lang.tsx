import { createContext, useContext } from 'react'
import type { ReactElement, ReactNode } from 'react'
import type { Lang } from './table.ts'

const LangContext = createContext<Lang>('zh')

/** Says in which language the parts below speak. */
export function LangProvider({ lang, children }: { readonly lang: Lang; readonly children: ReactNode }): ReactElement {
  return <LangContext value={lang}>{children}</LangContext>
}

export function useLang(): Lang {
  return useContext(LangContext)
}
