import { without } from '../app/without.ts'

/** The address with one filter set, or taken out when it is empty; the entry that was open is closed. */
export function filtered<S extends object>(before: S, name: keyof S & string, value: string | undefined): S {
  const rest = without(before, name, 'at' as keyof S) as S
  return value === undefined || value === '' ? rest : { ...rest, [name]: value }
}
