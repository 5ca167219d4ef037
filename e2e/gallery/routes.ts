import { readFileSync } from 'node:fs'

const source = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

/** The addresses that a router knows, read from its source; a route that is written another way is an error, not overlooked. */
function routesIn(path: string, written: RegExp): readonly string[] {
  const text = source(path)
  const found = [...text.matchAll(written)].map((match) => match[1] ?? '')
  const made = [...text.matchAll(/\bcreateRoute\(/g)].length - [...text.matchAll(/\bid: '/g)].length
  if (found.length !== made || made === 0) throw new Error(`${path}: ${made} routes, of which ${found.length} can be read`)
  return found
}

/** The routes of both faces, as their routers write them. */
export function routesOf(face: 'desk' | 'hand'): readonly string[] {
  return face === 'desk'
    ? routesIn('apps/console/src/app/router.tsx', /\bpath: '([^']+)'/g)
    : routesIn('apps/mobile/src/app/router.tsx', /\bat\('([^']+)'\)/g)
}
