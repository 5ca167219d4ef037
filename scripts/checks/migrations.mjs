import { createRequire } from 'node:module'
import { at } from '../ground/paths.mjs'
import { lineAt, places, sources } from './sources.mjs'

/** @type {{ modules: Record<string, readonly string[]> }} */
const { modules } = createRequire(import.meta.url)(at('server', 'architecture.cjs'))

/** The schema of a module. @param {string} name */
const schemaOf = (name) => name.replaceAll('-', '_')

/** @param {string} path */
const ownerOf = (path) =>
  /^server\/src\/(?:modules|mechanisms)\/([^/]+)\//.exec(path)?.[1] ?? /^server\/src\/(platform)\//.exec(path)?.[1] ?? ''

/** Tables without a comment. @param {import('./sources.mjs').Source} file */
export function uncommented({ path, text }) {
  const tables = [...text.matchAll(/create\s+(?:unlogged\s+)?table\s+(?:if not exists\s+)?([\w."]+)/gi)].map((match) => match[1] ?? '')
  return tables
    .filter((table) => !new RegExp(`comment on table ${table.replace('.', String.raw`\.`)} is`, 'i').test(text))
    .map((table) => `${path}: ${table}`)
}

/** Indexes without the query that they serve. @param {import('./sources.mjs').Source} file */
export function unexplained({ path, text }) {
  const lines = text.split('\n')
  return lines.flatMap((line, n) =>
    /^\s*create (unique )?index/i.test(line) && !/^\s*--/.test(lines[n - 1] ?? '') && !/--/.test(line) ? [`${path}:${n + 1}`] : [],
  )
}

/** Folders whose numbers have a gap or a pair. @param {readonly import('./sources.mjs').Source[]} files */
export function misnumbered(files) {
  return [...grouped(files)].flatMap(([folder, list]) => {
    const numbers = list.map(({ path }) => Number(/(\d{4})_[a-z0-9_]+\.sql$/.exec(path)?.[1] ?? Number.NaN)).sort((a, b) => a - b)
    return numbers.every((number, n) => number === n + 1) ? [] : [`${folder}: ${numbers.join(', ')}`]
  })
}

/** @param {import('./sources.mjs').Source} file */
const folderOf = ({ path }) => path.slice(0, path.lastIndexOf('/'))

/** @param {readonly import('./sources.mjs').Source[]} files */
function grouped(files) {
  /** @type {Map<string, import('./sources.mjs').Source[]>} */
  const folders = new Map()
  for (const file of files) folders.set(folderOf(file), [...(folders.get(folderOf(file)) ?? []), file])
  return folders
}

/**
 * Tables of another module that a module's SQL names: only published views and keys along the arrows are allowed.
 * @param {readonly import('./sources.mjs').Source[]} files
 * @param {ReadonlySet<string>} published
 */
export function trespasses(files, published) {
  const schemas = new Map(Object.keys(modules).map((name) => [schemaOf(name), name]))
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(/\b(from|join|into|update|references|truncate)\s+(\w+)\."?(\w+)/gi)].flatMap((match) => {
      const [owner, target] = [ownerOf(path), schemas.get(match[2] ?? '')]
      if (target === undefined || target === owner || /^server\/src\/modules\/[^/]+\/test\//.test(path)) return []
      const known = modules[owner]?.includes(target) ?? false
      if (known && (match[1]?.toLowerCase() === 'references' || published.has(`${match[2]}.${match[3]}`))) return []
      return [`${path}:${lineAt(text, match.index)}: ${match[0]}`]
    }),
  )
}

/** What plain SQL must keep. @returns {import('../ground/tally.mjs').Finding[]} */
export function migrations() {
  const files = sources(/^server\/src\/.*\/migrations\/.*\.sql$/)
  const typed = sources(/^server\/src\/(modules|mechanisms)\/.*\.ts$/).filter(({ path }) => !path.endsWith('.test.ts'))
  const views = files.flatMap(({ text }) => [...text.matchAll(/create (?:or replace )?view ([\w.]+)/gi)].map((match) => match[1] ?? ''))
  return [
    {
      name: `migrations are numbered without gaps (${files.length})`,
      problems: files.length === 0 ? ['there are none'] : misnumbered(files),
    },
    { name: 'every table says what it is', problems: files.flatMap(uncommented) },
    { name: 'every index names the query it serves', problems: files.flatMap(unexplained) },
    { name: 'no trigger and no extension', problems: places(files, /create\s+(or replace\s+)?(constraint\s+)?trigger|create extension/gi) },
    { name: 'every time has its zone', problems: places(files, /\btimestamp(?!tz)(?! with time zone)\b(?!\s*')/gi) },
    { name: "no module reads another module's tables", problems: trespasses([...files, ...typed], new Set(views)) },
  ]
}
