import { Attempts, Problem } from '@linli/api'
import { useState } from 'react'
import type { Typed, Wrong } from './typed.ts'
import { refusedIn, wrongIn } from './typed.ts'

export interface Entry<N extends string> {
  readonly typed: Typed<N>
  readonly type: (name: N, value: string) => void
  readonly wrong: Partial<Record<N, Wrong>>
  /** What the server found wrong with single answers. */
  readonly refused: Readonly<Record<string, string>>
  readonly problem: Problem | null
  readonly busy: boolean
  readonly submit: () => void
}

/** One form before the desk. Nothing typed here is kept: it holds passwords. `send` may throw a Problem, which is then shown. */
export function useEntry<N extends string>(start: Typed<N>, send: (typed: Typed<N>, attempts: Attempts) => Promise<void>): Entry<N> {
  const [typed, setTyped] = useState(start)
  const [wrong, setWrong] = useState<Partial<Record<N, Wrong>>>({})
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const [attempts] = useState(() => new Attempts())
  const type = (name: N, value: string): void => {
    setTyped((before) => ({ ...before, [name]: value }))
    setWrong((before) => ({ ...before, [name]: undefined }))
  }
  const trySend = async (): Promise<void> => {
    setBusy(true)
    setProblem(null)
    try {
      await send(typed, attempts)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  const submit = (): void => {
    const found = wrongIn(typed)
    setWrong(found)
    const [first] = Object.keys(found)
    if (first === undefined) void trySend()
    else document.getElementById(first)?.focus()
  }
  return { typed, type, wrong, refused: refusedIn(problem), problem, busy, submit }
}
