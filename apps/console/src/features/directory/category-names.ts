import { useSay, useWords } from '../../app/language.ts'
import { useCategories } from '../../parts/pickers/categories.ts'
import { directoryWords } from './words.ts'

/** What the code of a rule stands for: a class, a group, or everything; its digits come first. */
export function useCategoryNames(): (code: string) => string {
  const t = useWords(directoryWords)
  const say = useSay()
  const groups = useCategories().data ?? []
  const names = new Map(
    groups.flatMap((group) => [[group.code, say(group.name)] as const, ...group.items.map((one) => [one.code, say(one.name)] as const)]),
  )
  return (code) => (code === '' ? t('all') : [code, names.get(code)].filter(Boolean).join(' '))
}
