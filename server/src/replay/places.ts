import { namedMapping, type Mapping } from '#modules/imports'

/*
 * The messages are real and their places are masked: a letter stands for a city, `A3区` for a district of city A. They are placed into the
 * real divisions of 阜新 by this table, which is declared and means nothing: city A is taken for the city itself, its districts and
 * counties for ours, and each other city for one of our counties. A message that names none of these goes to the city desk.
 */

const city = '2109'
const counties = ['210902', '210903', '210904', '210905', '210911', '210921', '210922'] as const

/** Districts and counties of city A. A text that names `A市` alone speaks of the city. */
const ownDistricts: Readonly<Record<string, (typeof counties)[number]>> = {
  A1区: '210902',
  A2区: '210903',
  A3区: '210904',
  A4区: '210905',
  A5区: '210911',
  A6区: '210902',
  A7县: '210921',
  A8县: '210922',
  A9市: '210903',
}

const otherCities = ['B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M'] as const

/** The declared table: words of the text and the county they stand for. */
export const placeTable = [
  ...Object.entries(ownDistricts).map(([token, area]) => ({ token, area })),
  ...otherCities.flatMap((letter, n) => {
    const area = counties[n % counties.length] ?? city
    return [`${letter}市`, `${letter}#市`, `${letter}#区`, `${letter}#县`].map((token) => ({ token, area }))
  }),
]

/** The ordinary mapping of a message board, with the place table. */
export function messageMapping(): Mapping {
  const board = namedMapping('message-board')
  if (!board) throw new Error('there is no mapping of message boards')
  const columns = ['subject', 'detail']
  return {
    ...board,
    place: [
      { by: 'text', columns, table: placeTable },
      { by: 'text', columns, table: [{ token: 'A市', area: city }] },
    ],
  }
}
