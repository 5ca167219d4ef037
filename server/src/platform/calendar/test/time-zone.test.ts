import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'
import { afterAll, beforeAll, expect, it } from 'vitest'

const source = new URL('../..', import.meta.url).pathname
let folder = ''

const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, rewriteRelativeImportExtensions: true }

function compile(file: string) {
  const { outputText } = ts.transpileModule(readFileSync(join(source, file), 'utf8'), { compilerOptions })
  writeFileSync(join(folder, file.replace(/\.ts$/, '.js')), outputText)
}

/** Prints the host's hour, then due times, warnings, dates and words for starts around every change of clocks and holiday of 2026. */
const script = `
import { makeCalendar } from './calendar/calendar.js'
import { localDate } from './calendar/days.js'
import { counted, dueAfterPauses, dueAt, warnAt } from './calendar/due.js'
import { sayDate } from './calendar/say.js'
import { publishedCalendarRows } from './calendar/seed.js'
const calendar = makeCalendar(publishedCalendarRows(), { lastYear: 2026 })
const lines = []
for (let ms = Date.UTC(2025, 11, 20); ms < Date.UTC(2027, 0, 10); ms += 17_700_000) {
  const start = new Date(ms)
  const pause = { from: new Date(ms + 90_000_000), to: new Date(ms + 200_000_000) }
  for (const unit of ['workingDays', 'naturalDays', 'hours', 'minutes']) {
    const limit = { unit, n: 7 }
    const due = dueAt(calendar, start, limit)
    lines.push([due.at.toISOString(), due.provisional, warnAt(calendar, start, limit).toISOString(),
      dueAfterPauses(calendar, start, limit, [pause]).at.toISOString(), counted(calendar, start, due.at, unit),
      sayDate(due.at, start, 'zh').date, sayDate(due.at, start, 'en').distance, localDate(start)].join(' '))
  }
}
console.log(JSON.stringify({ offset: new Date(Date.UTC(2026, 0, 1)).getTimezoneOffset(), lines }))
`

function runIn(zone: string): { offset: number; lines: string[] } {
  const out = execFileSync(process.execPath, [join(folder, 'main.js')], { env: { TZ: zone }, encoding: 'utf8', maxBuffer: 1 << 26 })
  return JSON.parse(out)
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'linli-calendar-'))
  mkdirSync(join(folder, 'calendar'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'main.js'), script)
  symlinkSync(new URL('../../../../../node_modules', import.meta.url).pathname, join(folder, 'node_modules'))
  for (const file of ['calendar.ts', 'refusal.ts']) compile(file)
  for (const file of readdirSync(join(source, 'calendar')).filter((name) => name.endsWith('.ts'))) compile(join('calendar', file))
})

afterAll(() => rmSync(folder, { recursive: true }))

it('counts the same on a host in New York, on Kiritimati and in Shanghai', () => {
  const [newYork, kiritimati, shanghai] = [runIn('America/New_York'), runIn('Pacific/Kiritimati'), runIn('Asia/Shanghai')]
  expect([newYork.offset, kiritimati.offset, shanghai.offset]).toEqual([300, -840, -480])
  expect(shanghai.lines.length).toBeGreaterThan(7_000)
  expect(newYork.lines).toEqual(shanghai.lines)
  expect(kiritimati.lines).toEqual(shanghai.lines)
})
