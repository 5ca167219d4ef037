import { readFileSync } from 'node:fs'

interface Demo {
  readonly role: string
  readonly account: string
  readonly password: string
  readonly area: string
}

/** The accounts of the demonstration. */
export const accounts = JSON.parse(readFileSync(new URL('../docs/demo-accounts.json', import.meta.url), 'utf8')) as readonly Demo[]
