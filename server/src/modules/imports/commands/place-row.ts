import type { Context } from '#platform/context'
import { toWgs84 } from '#platform/geo'
import { areasBelow, cityArea, covers, findArea, insideCity, locateGrid } from '#modules/areas'
import type { ProblemCode, RowProblem } from '../domain/problems.ts'
import type { PlaceGuess, ReadRow } from '../domain/read-row.ts'

/** Where a row's matter lies; null where nothing it says leads to a place. */
export interface RowPlace {
  readonly area: string | null
  /** The point in its own datum; null when there is none, or none in the city. */
  readonly point: { readonly lon: number; readonly lat: number; readonly source: 'wgs84' | 'gcj02' | 'bd09' } | null
  readonly words: string | null
  readonly odd: readonly RowProblem[]
}

/** Areas of the city by name; a name that two of them have leads nowhere. */
export async function areaNames(ctx: Context): Promise<ReadonlyMap<string, string | null>> {
  const city = await cityArea(ctx)
  const names = new Map<string, string | null>()
  if (!city) return names
  const known = [
    city,
    ...(await Promise.all((['county', 'town', 'community', 'grid'] as const).map((level) => areasBelow(ctx, city.code, level)))).flat(),
  ]
  for (const { name, code } of known) names.set(name, names.has(name) ? null : code)
  return names
}

async function located(ctx: Context, guess: PlaceGuess, names: ReadonlyMap<string, string | null>): Promise<string | null> {
  if (guess.by === 'name') return names.get(guess.name) ?? null
  if (guess.by === 'area') return (await findArea(ctx, guess.code))?.code ?? null
  const [lon, lat] = toWgs84(guess.lon, guess.lat, guess.source)
  return (await locateGrid(ctx, lon, lat)) ?? (await insideCity(ctx, lon, lat))
}

function remark(line: number, guess: PlaceGuess): RowProblem {
  const code: ProblemCode = guess.by === 'point' ? 'imports.outside-city' : 'imports.unknown-area'
  const column = guess.by === 'name' ? guess.column : null
  const value = guess.by === 'name' ? guess.name.slice(0, 40) : guess.by === 'area' ? guess.code : `${guess.lon},${guess.lat}`.slice(0, 60)
  return { line, code, column, value }
}

/** Finds the place of a row on today's map, by the first of its guesses that leads somewhere. */
export async function placeRow(
  ctx: Context,
  row: Pick<ReadRow, 'line' | 'places' | 'words'>,
  names: ReadonlyMap<string, string | null>,
): Promise<RowPlace> {
  const odd: RowProblem[] = []
  const found: { guess: PlaceGuess; area: string }[] = []
  let words = row.words
  for (const guess of row.places) {
    const area = await located(ctx, guess, names)
    if (area !== null) found.push({ guess, area })
    else {
      odd.push(remark(row.line, guess))
      if (guess.by === 'point') words = [words, `(${guess.lon}, ${guess.lat})`].filter(Boolean).join(' ').slice(0, 200)
    }
  }
  const [first] = found
  if (!first) odd.push({ line: row.line, code: 'imports.no-place', column: null, value: null })
  const apart = first && found.some(({ area }) => !covers(area, first.area) && !covers(first.area, area))
  if (apart)
    odd.push({
      line: row.line,
      code: 'imports.place-differs',
      column: null,
      value: found
        .map(({ area }) => area)
        .join(' ')
        .slice(0, 60),
    })
  const point = found.find(({ guess }) => guess.by === 'point')?.guess
  return {
    area: first?.area ?? null,
    point: point?.by === 'point' ? { lon: point.lon, lat: point.lat, source: point.source } : null,
    words,
    odd,
  }
}
