import { deskPages } from './desk-pages.ts'
import { handPages } from './hand-pages.ts'

/** How a page is shown besides both widths in both languages. */
export type Extra = 'dark' | 'large' | 'broken'

/** A page as somebody opens it: one entry for each page, and one for each of its tabs and of its states that look different. */
export interface Page {
  /** Kebab case; the pictures are called by it. */
  readonly name: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly face: 'desk' | 'hand'
  /** As the router of the face writes it. */
  readonly route: string
  /** Below the face, with what `places.ts` fills in for `:word`; the route itself when left out. */
  readonly path?: string
  /** Account of docs/demo-accounts.json; nobody is signed in without one. */
  readonly account?: string
  readonly also?: readonly Extra[]
}

/** Every page of both faces: the gallery shows them, the journeys hold them against axe, a test holds them against the routers. */
export const pages: readonly Page[] = [...deskPages, ...handPages]

/** The address of a page on its server, before `:words` are filled in. */
export function addressOf({ face, path, route }: Page): string {
  return face === 'desk' ? `/desk${path ?? route}` : (path ?? route)
}
