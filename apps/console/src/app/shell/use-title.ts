import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useWords } from '../language.ts'
import { pages } from './pages.ts'
import { pageWords, shellWords } from './words.ts'

/** The window is called by its page, with how much waits: one finds it among the others. */
export function useTitle(waiting: number): void {
  const t = useWords(shellWords)
  const p = useWords(pageWords)
  const { pathname } = useLocation()
  const page = pages.find((one) => pathname === one.path || pathname.startsWith(`${one.path}/`))
  const title = [page && p(page.words), t('name')].filter(Boolean).join(' · ')
  useEffect(() => {
    document.title = waiting > 0 ? `(${waiting}) ${title}` : title
  }, [title, waiting])
}
