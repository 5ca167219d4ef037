import type { Choice, Field, FieldKind, Pair } from '@linli/ui'

/** One question of a form that the desk itself asks, in the shape in which the questions of moves come from the server. */
export function ask(name: string, label: Pair, kind: FieldKind, more: Partial<Field> = {}): Field {
  return {
    name,
    label,
    kind,
    help: null,
    required: true,
    choices: [],
    initial: undefined,
    min: null,
    max: null,
    minLength: null,
    maxLength: null,
    maxItems: null,
    ...more,
  }
}

/** The same question, but it may stay open. */
export const may = (field: Field): Field => ({ ...field, required: false })

/** The entries of a table of words as choices. */
export function choicesFrom(words: Readonly<Record<string, Pair>>): Choice[] {
  return Object.entries(words).map(([value, say]) => ({ value, say }))
}
