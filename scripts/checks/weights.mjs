import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { at } from '../ground/paths.mjs'

/** Kilobytes of gzipped script that a face may load before its first page, as `./bench mobile` and `./bench console` measure them in a browser. */
const faces = [
  { app: 'mobile', base: '/', limit: 170 },
  { app: 'console', base: '/desk/', limit: 420 },
]

/** The scripts that a page names: its entry and what the entry imports at once. @param {string} html @returns {string[]} */
export function scriptsOf(html) {
  const tags = html.match(/<script[^>]*>|<link[^>]*>/g) ?? []
  return tags.flatMap((tag) => {
    const loads = tag.startsWith('<script') || /rel="modulepreload"/.test(tag)
    const path = /(?:src|href)="([^"]+\.js)"/.exec(tag)?.[1]
    return loads && path !== undefined ? [path] : []
  })
}

/** Whether the first load of each face, as built, stays below its limit. @returns {import('../ground/tally.mjs').Finding[]} */
export function weights() {
  return faces.map(({ app, base, limit }) => {
    const name = `the first load of ${app} stays below ${limit} kB`
    const dist = (/** @type {string} */ path) => at('apps', app, 'dist', ...path.split('/'))
    if (!existsSync(dist('index.html'))) return { name, problems: [`apps/${app} is not built`] }
    const scripts = scriptsOf(readFileSync(dist('index.html'), 'utf8'))
    const bytes = scripts.map((path) => gzipSync(readFileSync(dist(path.slice(base.length)))).length)
    const sum = bytes.reduce((all, one) => all + one, 0) / 1000
    if (scripts.length === 0) return { name, problems: ['its page names no script'] }
    return { name, problems: sum > limit ? [`${sum.toFixed(1)} kB in ${scripts.length} scripts`] : [] }
  })
}
