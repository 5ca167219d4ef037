import { Problem } from '@linli/api'
import type { Trouble } from '@linli/ui'

/** Any error as something that a person can be told. What is no answer of the server is a mistake of the desk. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof Problem) return error
  return { status: 500, code: 'desk.broken', title: '', detail: '' }
}
