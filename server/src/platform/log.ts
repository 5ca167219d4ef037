import { type DestinationStream, pino } from 'pino'
import type { Config } from './config.ts'
import type { Log } from './jobs.ts'
import { maskFreeText } from './vault.ts'

const longest = 4000

/** Errors of the database quote what was typed. */
function unquoted(text: string): string {
  return text.replaceAll(/(: |=)(["(]).*(?=[")])/g, '$1$2…')
}

function clean(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return maskFreeText(unquoted(value)).masked.slice(0, longest)
  if (typeof value === 'number' || typeof value === 'boolean' || value === null || value === undefined) return value
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Error) return clean(value.stack ?? value.message, depth)
  if (depth > 2 || typeof value !== 'object') return '…'
  if (Array.isArray(value)) return value.slice(0, 20).map((one) => clean(one, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, clean(one, depth + 1)]))
}

/**
 * The log of the server: one JSON object a line, to standard output unless told otherwise. It carries ids, operations, codes and
 * durations; phones, identity numbers and quoted values in error messages are taken out before a line is written.
 */
export function openLog(level: Config['logLevel'], to?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  }
  const out = to ? pino(options, to) : pino(options)
  return (at, facts, text) => out[at](clean(facts) as object, text)
}
