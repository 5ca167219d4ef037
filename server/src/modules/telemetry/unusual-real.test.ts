import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { freshMemory, judge } from './domain/judge.ts'
import type { RuleTest } from './domain/rule.ts'
import { usualRules } from './domain/usual-kinds.ts'

/* Real series of temperatures with labelled failures (Numenta Anomaly Benchmark), read as a device would send them. */

const shared = process.env['LINLI_SHARED'] ?? fileURLToPath(new URL('../../../../../shared', import.meta.url))
const folder = join(shared, 'data', 'iot')
const hour = 3_600_000

type Window = readonly [from: number, to: number]

const time = (text: string): number => Date.parse(`${text.replace(' ', 'T').slice(0, 19)}Z`)

function series(name: string): { readonly at: number; readonly value: number }[] {
  const text = gunzipSync(readFileSync(join(folder, `nab_${name}.csv.gz`))).toString('utf8')
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .map(([at = '', value]) => ({ at: time(at), value: Number(value) }))
}

function windows(name: string): Window[] {
  const all = JSON.parse(readFileSync(join(folder, 'nab_combined_windows.json'), 'utf8')) as Record<string, [string, string][]>
  return (all[`realKnownCause/${name}.csv`] ?? []).map(([from, to]) => [time(from), time(to)])
}

interface Found {
  readonly alarms: readonly Window[]
  readonly right: number
  readonly seen: number
  readonly of: number
  /** Hours from the beginning of a window to its first alarm, a window. */
  readonly delays: readonly number[]
}

/** Alarms from raise to clear, and which of the labelled windows they touch. */
export function measured(name: string, test: RuleTest): Found {
  const memory = freshMemory()
  const alarms: [number, number][] = []
  let open: [number, number] | null = null
  for (const sample of series(name)) {
    const verdict = judge(test, memory, sample)
    if (verdict === 'raise' && !open) alarms.push((open = [sample.at, sample.at]))
    if (open) open[1] = sample.at
    if (verdict === 'clear') open = null
  }
  const truth = windows(name)
  const touches = ([from, to]: Window, [begin, end]: Window): boolean => from <= end && to >= begin
  const right = alarms.filter((one) => truth.some((window) => touches(one, window))).length
  const firsts = truth.flatMap((window) => {
    const first = alarms.find((one) => touches(one, window))
    return first ? [Math.max(0, first[0] - window[0]) / hour] : []
  })
  return { alarms, right, seen: firsts.length, of: truth.length, delays: firsts }
}

const test = usualRules.find((rule) => rule.code === 'warmth-unusual')?.test

describe.skipIf(!existsSync(folder))('the rule for unusual temperatures on real series', () => {
  it.each([
    ['machine_temperature_system_failure', 0.2, 1],
    ['ambient_temperature_system_failure', 0.3, 0.5],
  ])('finds failures of %s', (name, precision, recall) => {
    if (!test) throw new Error('there is no such rule')
    const found = measured(name, test)
    const delays = found.delays.map((one) => one.toFixed(1)).join(', ')
    process.stdout.write(
      `${name}: precision ${found.right}/${found.alarms.length}, recall ${found.seen}/${found.of}, hours from the beginning of the window ${delays}\n`,
    )
    expect(found.right / Math.max(1, found.alarms.length)).toBeGreaterThanOrEqual(precision)
    expect(found.seen / found.of).toBeGreaterThanOrEqual(recall)
  })
})
