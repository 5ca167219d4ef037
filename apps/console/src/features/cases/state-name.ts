import type { Pair } from '@linli/ui'
import { useSay, useWords } from '../../app/language.ts'
import { stateWords } from './words.ts'

/** A state of a case as the desk calls it; what this does not know is said as the server says it. */
export function useStateName(): (state: string, say: Pair) => string {
  const s = useWords(stateWords)
  const say = useSay()
  return (state, pair) => (state in stateWords ? s(state as keyof typeof stateWords) : say(pair))
}
