const { readdirSync } = require('node:fs')
const { join } = require('node:path')
const { mechanisms, modules } = require('./architecture.cjs')

const tests = '(/test/|\\.test\\.ts$)'
/** A layer is a file or a folder. */
const layer = (...names) => `^src/modules/[^/]+/(${names.join('|')})(\\.ts$|/)`

function checkListed(folder, listed) {
  const found = readdirSync(join(__dirname, 'src', folder), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const unlisted = found.map((entry) => entry.name).filter((name) => !(name in listed))
  if (unlisted.length > 0) throw new Error(`not in architecture.cjs: ${unlisted.map((name) => `${folder}/${name}`).join(', ')}`)
}
checkListed('modules', modules)
checkListed('mechanisms', mechanisms)

/** One rule a folder: it knows itself and what is listed, no other. */
function knows(folder, listed) {
  return Object.entries(listed).map(([name, known]) => ({
    name: `${name}-knows`,
    comment: `${folder}/${name} knows ${known.join(', ') || 'no other'}; see architecture.cjs.`,
    severity: 'error',
    from: { path: `^src/${folder}/${name}/`, pathNot: tests },
    to: { path: `^src/${folder}/`, pathNot: `^src/${folder}/(${[name, ...known].join('|')})/` },
  }))
}

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    rule('resolved', 'An import that is not found would make every other rule blind.', {}, { couldNotResolve: true }),
    rule('no-cycles', 'Value imports go one way.', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    rule(
      'public-door',
      'Another module is entered through its index.ts alone.',
      { path: '^src/modules/([^/]+)/', pathNot: tests },
      { path: '^src/modules/[^/]+/', pathNot: '^src/modules/($1/|[^/]+/index\\.ts$)' },
    ),
    rule(
      'mechanism-door',
      'A mechanism is entered through its index.ts alone.',
      { path: '^src/(modules|app|mechanisms/([^/]+))', pathNot: tests },
      { path: '^src/mechanisms/[^/]+/', pathNot: '^src/mechanisms/($2/|[^/]+/index\\.ts$)' },
    ),
    ...knows('modules', modules),
    ...knows('mechanisms', mechanisms),
    rule(
      'platform-is-below',
      'The platform knows no mechanism and no module.',
      { path: '^src/platform/', pathNot: tests },
      { path: '^src/(mechanisms|modules|app)' },
    ),
    rule(
      'mechanisms-are-below',
      'A mechanism knows no module.',
      { path: '^src/mechanisms/', pathNot: tests },
      { path: '^src/(modules|app)' },
    ),
    rule(
      'manifest-for-app',
      'Only app.ts reads manifests.',
      { path: '^src/', pathNot: `^src/app\\.ts$|${tests}` },
      { path: '^src/modules/[^/]+/module\\.ts$' },
    ),
    rule(
      'domain-is-pure',
      'Rules know other rules, the platform and zod; no SQL, no HTTP, no node, no other library.',
      { path: layer('domain'), pathNot: tests },
      { pathNot: `${layer('domain')}|^src/(mechanisms|modules)/[^/]+/index\\.ts$|^src/platform/|node_modules/zod/` },
    ),
    rule(
      'domain-is-quiet',
      'Of the platform rules run only what is pure itself; its types they may all know.',
      { path: layer('domain'), pathNot: tests },
      {
        path: '^src/platform/',
        pathNot:
          '^src/platform/((refusal|context|ids|markup|calendar|geo|register|pinyin)(\\.ts$|/)|vault/(mask|free-text|normalise|identity-number)\\.ts$)',
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'http-asks-commands',
      'Routes reach neither SQL nor reactions.',
      { path: layer('http') },
      { path: layer('sql', 'reactions', 'migrations') },
    ),
    rule(
      'sql-serves',
      'SQL imports nothing that is above it.',
      { path: layer('sql'), pathNot: tests },
      { path: layer('http', 'commands', 'queries', 'reactions') },
    ),
    rule(
      'commands-below-http',
      'Nothing below HTTP imports it.',
      { path: layer('commands', 'sql', 'domain', 'reactions', 'events'), pathNot: tests },
      { path: layer('http') },
    ),
    rule(
      'queries-below-http',
      'Reads are shaped for screens: they know the shapes, and run nothing of HTTP.',
      { path: layer('queries'), pathNot: tests },
      { path: layer('http'), dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'http-only-in-http',
      'Fastify is known in one layer.',
      { path: '^src/', pathNot: `^src/(platform/|app\\.ts$)|${layer('http')}|${tests}` },
      { path: 'node_modules/@?fastify' },
    ),
    rule(
      'sql-only-in-sql',
      'Kysely and pg are known where SQL is.',
      { path: '^src/', pathNot: `^src/(platform/|app\\.ts$|main\\.ts$)|${layer('sql', 'queries', 'commands')}|^src/mechanisms/|${tests}` },
      { path: 'node_modules/(kysely|pg)/' },
    ),
    rule('tests-stay-out', 'The product does not import its tests.', { path: '^src/', pathNot: tests }, { path: tests }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'types', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
