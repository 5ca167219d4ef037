import { roundPoint } from '#platform/geo'

/** How exactly a place may be told that is likely somebody's home, in metres. */
const homeMetres = 50

/** A place as everybody may know it: exact in the street, to 50 m at home, where the words would tell the door. */
export interface PublicPlace {
  readonly lon: number | null
  readonly lat: number | null
  readonly words: string | null
}

/** What may be told of a place. Words are the reporter's own, so they need a release too. */
export function publicPlace(place: PublicPlace, isHome: boolean, released: boolean): PublicPlace {
  const words = released && !isHome ? place.words : null
  if (place.lon === null || place.lat === null) return { lon: null, lat: null, words }
  const [lon, lat] = isHome ? roundPoint(place.lon, place.lat, homeMetres) : [place.lon, place.lat]
  return { lon, lat, words }
}
