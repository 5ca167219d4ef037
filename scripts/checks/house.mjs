import { basename, dirname, extname } from 'node:path'
import { missingEntries } from '../ground/lock.mjs'
import { places, sources } from './sources.mjs'

const longest = 300
const code = /\.(ts|tsx|mjs|cjs|css|sql)$/
const empty = /^(utils?|helpers?|common|lib|misc)$/
const kebab = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/
const component = /^[A-Z][A-Za-z0-9]*(\.test)?\.tsx$/
const own = /^scripts\/checks\//

/** What is wrong with the name of a file or of a folder on its way, or null. @param {string} path */
export function wrongName(path) {
  const name = basename(path)
  const folders = dirname(path).split('/')
  if ([...folders, name.slice(0, name.length - extname(name).length)].some((part) => empty.test(part))) return 'says nothing'
  if (/(^|[-_.a-z])v\d+([-_.]|$)/i.test(name) || folders.some((folder) => /^v\d+$/i.test(folder))) return 'has a version number'
  if (!kebab.test(name) && !component.test(name) && !/^\d{4}_[a-z0-9_]+\.sql$/.test(name) && !name.endsWith('.md'))
    return 'is neither kebab-case nor a component'
  return null
}

/** Habits of the house that no linter knows. @returns {import('../ground/tally.mjs').Finding[]} */
export function house() {
  const files = sources(code)
  const typed = files.filter(({ path }) => /\.tsx?$/.test(path))
  const domain = typed.filter(({ path }) => /^server\/src\/modules\/[^/]+\/domain[./]/.test(path) && !path.endsWith('.test.ts'))
  const lock = sources(/^package-lock\.json$/)
  return [
    { name: 'files were found', problems: files.length > 0 ? [] : ['git lists no sources'] },
    {
      name: `files have at most ${longest} lines`,
      problems: files.flatMap(({ path, text }) =>
        text.split('\n').length - 1 > longest ? [`${path}: ${text.split('\n').length - 1}`] : [],
      ),
    },
    {
      name: 'names say something, have no version, and are written one way',
      problems: files.flatMap(({ path }) => (wrongName(path) === null ? [] : [`${path} ${wrongName(path)}`])),
    },
    {
      name: 'nothing is left to be done',
      problems: places(
        files.filter(({ path }) => !own.test(path) && path !== '.oxlintrc.json'),
        /\b(TODO|FIXME|XXX|HACK)\b|not implemented|coming soon|敬请期待/g,
      ),
    },
    { name: 'no test is switched off', problems: places(typed, /\b(it|test|describe)\.(skip|only|todo|fails)\b/g) },
    {
      name: 'no type is silenced',
      problems: places(typed, /@ts-(ignore|expect-error|nocheck)|\bas any\b(?!')|oxlint-disable|eslint-disable|biome-ignore/g),
    },
    {
      name: 'rules read no clock of the machine',
      problems: places(domain, /new Date\(\)|Date\.now\(\)|performance\.now|process\.hrtime/g),
    },
    {
      name: 'the lockfile is complete for every platform (node scripts/ground/lock.mjs completes it)',
      problems: lock.flatMap(({ text }) => Object.keys(missingEntries(JSON.parse(text).packages))),
    },
    { name: 'the lockfile names no host', problems: places(lock, /"resolved": "https?:[^"]*"/g).slice(0, 3) },
  ]
}
