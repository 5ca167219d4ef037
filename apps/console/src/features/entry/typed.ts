import type { Problem } from '@linli/api'
import type { entryWords } from './words.ts'

/** A text of this feature that says what is wrong with an answer. */
export type Wrong = 'needed' | 'differs' | 'areaShape' | 'codeShape'

/** What was typed into the questions of one form, by their names; each also the id of its control. */
export type Typed<N extends string> = Readonly<Record<N, string>>

const shapes: Readonly<Record<string, readonly [RegExp, Wrong & keyof typeof entryWords]>> = {
  area: [/^\d{4}(?:\d{2})?$/, 'areaShape'],
  code: [/^\d{6}$/, 'codeShape'],
}

/** What can be seen to be wrong without the server: an empty answer, two passwords that differ, digits of another length. */
export function wrongIn<N extends string>(typed: Typed<N>): Partial<Record<N, Wrong>> {
  const found: Partial<Record<N, Wrong>> = {}
  const all: Readonly<Record<string, string>> = typed
  for (const name of Object.keys(typed) as N[]) {
    const value = typed[name].trim()
    const shape = shapes[name]
    if (value === '') found[name] = 'needed'
    else if (shape && !shape[0].test(value)) found[name] = shape[1]
    else if (name === 'again' && typed[name] !== all.password) found[name] = 'differs'
  }
  return found
}

/** What the server found wrong with single answers, by their names. */
export function refusedIn(problem: Problem | null): Readonly<Record<string, string>> {
  return Object.fromEntries((problem?.errors ?? []).map((error) => [error.path.split('/').at(-1) ?? '', error.detail]))
}
