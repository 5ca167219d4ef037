/*
 * Standard addresses in ordered segments (GB/T 39609-2020): division · street and yard · building · entrance and dwelling. The division is a
 * code; the others are words, and people write them in many ways.
 */

/** The segments of an address below its division, in their order; what is absent was not said. */
export interface Segments {
  readonly street?: string
  /** Number of the gate on the street. */
  readonly number?: string
  /** Compound, yard or village. */
  readonly estate?: string
  readonly building?: string
  readonly entrance?: string
  readonly floor?: number
  readonly room?: string
  /** What is left and fits nowhere: a landmark, a shop's front. */
  readonly rest?: string
}

const digits: Readonly<Record<string, number>> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }

/** The number that Chinese numerals up to 99 say; null for anything else. */
function numeral(text: string): number | null {
  const [tens, ones, more] = text.split('十')
  if (more !== undefined) return null
  if (ones === undefined) return text.length === 1 ? (digits[text] ?? null) : null
  const ten = tens === '' ? 1 : digits[tens ?? '']
  const one = ones === '' ? 0 : digits[ones]
  return ten === undefined || one === undefined ? null : ten * 10 + one
}

/** Of one width, without blanks, with figures where words count houses: 三号楼, 3栋, 3#楼 and 3幢 are all 3号楼. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/\s|,|，|、|。|;/g, '')
    .replaceAll(/([一二两三四五六七八九十零〇]{1,3})(?=号|栋|幢|座楼|#|单元|门洞|层|楼)/g, (all) => String(numeral(all) ?? all))
    .replaceAll(/(\d+[A-Z]?|[A-Z])(?:#楼?|栋楼?|幢楼?|座|号楼)/g, '$1号楼')
    .replaceAll(/(\d+)(?:门洞|号门)/g, '$1单元')
}

interface Step {
  readonly name: keyof Segments
  readonly pattern: RegExp
}

const steps: readonly Step[] = [
  { name: 'street', pattern: /^(\p{Script=Han}{1,14}?(?:大街|大道|胡同|街|路|巷))(?!道|口)/u },
  { name: 'number', pattern: /^(\d+(?:-\d+)?)号(?!楼)/ },
  { name: 'estate', pattern: /^([^\d]\S*?)(?=\d*[A-Z]?号楼)/u },
  { name: 'building', pattern: /^(\d*[A-Z]?)号楼/ },
  { name: 'entrance', pattern: /^(\d+)单元/ },
  { name: 'floor', pattern: /^(\d+)层/ },
  { name: 'room', pattern: /^(\d+[A-Z]?(?:-\d+)?)(?:室|户|号)?$/ },
]

/** 3-2-501 after an estate or alone: building, entrance, room. */
function unfolded(text: string): string {
  return text.replace(/(^|[^\d-])(\d{1,3})-(\d{1,2})-(\d{2,4})$/, '$1$2号楼$3单元$4室')
}

/**
 * The segments that an address says. `divisions` are names that may stand before it (区, 街道, 社区 …) and are left out: the area's code says
 * the same. Nothing is lost: what fits nowhere is `rest`.
 */
export function readAddress(text: string, divisions: readonly string[] = []): Segments {
  let left = unfolded(plain(text))
  for (const name of divisions.map(plain)) if (name !== '' && left.startsWith(name)) left = left.slice(name.length)
  const found: Record<string, string | number> = {}
  for (const { name, pattern } of steps) {
    const match = pattern.exec(left)
    if (!match?.[1]) continue
    found[name] = name === 'floor' ? Number(match[1]) : match[1]
    left = left.slice(match[0].length)
  }
  return { ...found, ...(left !== '' && { rest: left }) }
}

/** The address as one says it, in the order of the standard. */
export function sayAddress({ street, number, estate, building, entrance, floor, room, rest }: Segments): string {
  return [
    street,
    number && `${number}号`,
    estate,
    building && `${building}号楼`,
    entrance && `${entrance}单元`,
    floor !== undefined && `${floor}层`,
    room && `${room}室`,
    rest,
  ]
    .filter(Boolean)
    .join('')
}

/** Only what names the building. */
export function buildingPart({ street, number, estate, building, rest }: Segments): Segments {
  return {
    ...(street && { street }),
    ...(number && { number }),
    ...(estate && { estate }),
    ...(building && { building }),
    ...(!building && rest && { rest }),
  }
}

/** What all spellings of an address have in common. Where an estate and a building are named, the street before them adds nothing. */
export function addressKey(segments: Segments): string {
  const { estate, building } = segments
  if (!estate || !building) return sayAddress(segments)
  return sayAddress({ ...segments, street: '', number: '' })
}
