/** A time as a file writes it. */
export interface ReadTime {
  readonly at: Date
  /** The file names a day and no hour: midnight at its beginning. */
  readonly dateOnly: boolean
  /** Clocks were put forward over this time; read as if they had not been. */
  readonly inGap: boolean
}

const dayMs = 86_400_000

type Part = 'yyyy' | 'M' | 'd' | 'H' | 'h' | 'm' | 's' | 'a'

const parts: Readonly<Record<string, { readonly part: Part; readonly pattern: string }>> = {
  yyyy: { part: 'yyyy', pattern: String.raw`(\d{4})` },
  MM: { part: 'M', pattern: String.raw`(\d{2})` },
  M: { part: 'M', pattern: String.raw`(\d{1,2})` },
  dd: { part: 'd', pattern: String.raw`(\d{2})` },
  d: { part: 'd', pattern: String.raw`(\d{1,2})` },
  HH: { part: 'H', pattern: String.raw`(\d{2})` },
  H: { part: 'H', pattern: String.raw`(\d{1,2})` },
  hh: { part: 'h', pattern: String.raw`(\d{2})` },
  h: { part: 'h', pattern: String.raw`(\d{1,2})` },
  mm: { part: 'm', pattern: String.raw`(\d{2})` },
  m: { part: 'm', pattern: String.raw`(\d{1,2})` },
  ss: { part: 's', pattern: String.raw`(\d{2})` },
  s: { part: 's', pattern: String.raw`(\d{1,2})` },
  a: { part: 'a', pattern: '([AaPp][Mm]|上午|下午)' },
}

interface Format {
  readonly pattern: RegExp
  readonly parts: readonly Part[]
}

function compiled(format: string): Format {
  const order: Part[] = []
  const pattern = format.replaceAll(/yyyy|MM?|dd?|HH?|hh?|mm?|ss?|a|[^A-Za-z]/g, (token) => {
    const known = parts[token]
    if (!known) return token === ' ' ? String.raw`\s+` : token.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`)
    order.push(known.part)
    return known.pattern
  })
  return { pattern: new RegExp(`^${pattern}$`), parts: order }
}

/** Milliseconds since 1970 of a wall-clock time as if it stood in UTC; null when there is no such day or hour. */
function wallTime(found: ReadonlyMap<Part, string>): number | null {
  const number = (part: Part): number => Number(found.get(part) ?? 0)
  const [year, month, day, minute, second] = [number('yyyy'), number('M'), number('d'), number('m'), number('s')]
  const half = found.get('h') === undefined ? null : number('h')
  if (half !== null && (half < 1 || half > 12)) return null
  const late = /^(pm|下午)$/i.test(found.get('a') ?? '')
  const hour = half === null ? number('H') : (half % 12) + (late ? 12 : 0)
  const wall = Date.UTC(year, month - 1, day, hour, minute, second)
  const back = new Date(wall)
  const exists = back.getUTCFullYear() === year && back.getUTCMonth() === month - 1 && back.getUTCDate() === day
  return exists && hour < 24 && minute < 60 && second < 60 ? wall : null
}

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsets(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  return (at) => {
    const shown = new Map(format.formatToParts(new Date(at)).map(({ type, value }) => [type, Number(value)]))
    const of = (type: Intl.DateTimeFormatPartTypes): number => shown.get(type) ?? 0
    return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - Math.floor(at / 1000) * 1000
  }
}

/** The instant of a wall-clock time: of an hour that comes twice the first one. */
function instant(wall: number, offset: (at: number) => number): { at: Date; inGap: boolean } {
  const candidates = [offset(wall - dayMs), offset(wall + dayMs)]
  const fitting = candidates.map((ahead) => wall - ahead).filter((at) => offset(at) === wall - at)
  const first = fitting.length > 0 ? Math.min(...fitting) : wall - (candidates[0] ?? 0)
  return { at: new Date(first), inGap: fitting.length === 0 }
}

/** Reads times written in any of these formats, on the clocks of a time zone (IANA name). Null where none fits or no such day exists. */
export function timeReader(formats: readonly string[], timeZone: string): (text: string) => ReadTime | null {
  const known = formats.map(compiled)
  const offset = offsets(timeZone)
  return (text) => {
    const plain = text.normalize('NFKC').trim()
    for (const { pattern, parts: order } of known) {
      const match = pattern.exec(plain)
      if (!match) continue
      const found = new Map(order.map((part, index) => [part, match[index + 1] ?? '']))
      const wall = wallTime(found)
      if (wall === null) continue
      return { ...instant(wall, offset), dateOnly: !found.has('H') && !found.has('h') }
    }
    return null
  }
}
