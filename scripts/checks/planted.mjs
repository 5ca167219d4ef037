// One deliberate violation a rule of server/.dependency-cruiser.cjs. They are written into a copy, never into the sources.
const cases = 'src/modules/cases'

/** @type {readonly { rule: string, path: string, text: string }[]} */
export const planted = [
  {
    rule: 'resolved',
    path: `${cases}/commands/planted-missing.ts`,
    text: "import { nothing } from './nowhere.ts'\nexport const it = nothing\n",
  },
  {
    rule: 'no-cycles',
    path: `${cases}/commands/planted-egg.ts`,
    text: "import { hen } from './planted-hen.ts'\nexport const egg = () => hen\n",
  },
  { rule: 'public-door', path: `${cases}/commands/planted-window.ts`, text: "import '../../areas/planted-inside.ts'\n" },
  { rule: 'mechanism-door', path: `${cases}/commands/planted-hatch.ts`, text: "import '../../../mechanisms/flow/planted-inside.ts'\n" },
  { rule: 'areas-knows', path: 'src/modules/areas/planted-inside.ts', text: "import type { } from '../cases/index.ts'\n" },
  { rule: 'worklist-knows', path: 'src/mechanisms/worklist/planted-upward.ts', text: "import type { } from '../flow/index.ts'\n" },
  { rule: 'platform-is-below', path: 'src/platform/planted-upward.ts', text: "import '../modules/areas/index.ts'\n" },
  { rule: 'mechanisms-are-below', path: 'src/mechanisms/flow/planted-inside.ts', text: "import '../../modules/areas/index.ts'\n" },
  { rule: 'manifest-for-app', path: 'src/platform/planted-manifest.ts', text: "import '../modules/areas/module.ts'\n" },
  {
    rule: 'domain-is-pure',
    path: `${cases}/domain/planted-node.ts`,
    text: "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n",
  },
  {
    rule: 'domain-is-pure',
    path: `${cases}/domain/planted-sql.ts`,
    text: "import type { Kysely } from 'kysely'\nexport type Db = Kysely<unknown>\n",
  },
  { rule: 'http-asks-commands', path: `${cases}/http/planted-shortcut.ts`, text: "import '../sql/planted-upward.ts'\n" },
  { rule: 'sql-serves', path: `${cases}/sql/planted-upward.ts`, text: "import '../commands/planted-egg.ts'\n" },
  { rule: 'commands-below-http', path: `${cases}/commands/planted-upward.ts`, text: "import '../http/planted-shortcut.ts'\n" },
  { rule: 'queries-below-http', path: `${cases}/queries/planted-upward.ts`, text: "import '../http/planted-shortcut.ts'\n" },
  {
    rule: 'domain-is-quiet',
    path: `${cases}/domain/planted-loud.ts`,
    text: "import { openDb } from '../../../platform/db.ts'\nexport const open = openDb\n",
  },
  {
    rule: 'http-only-in-http',
    path: `${cases}/commands/planted-fastify.ts`,
    text: "import type { FastifyRequest } from 'fastify'\nexport type R = FastifyRequest\n",
  },
  { rule: 'sql-only-in-sql', path: `${cases}/http/planted-kysely.ts`, text: "import { sql } from 'kysely'\nexport const s = sql\n" },
  { rule: 'tests-stay-out', path: `${cases}/commands/planted-test.ts`, text: "import '../test/planted.ts'\n" },
]

/** What the violations point at; written where the sources do not have it yet. */
export const around = [
  { path: `${cases}/commands/planted-hen.ts`, text: "import { egg } from './planted-egg.ts'\nexport const hen = () => egg\n" },
  { path: `${cases}/test/planted.ts`, text: 'export const fixture = 1\n' },
  ...['src/modules/areas/index.ts', 'src/modules/areas/module.ts', `${cases}/index.ts`, 'src/mechanisms/flow/index.ts'].map((path) => ({
    path,
    text: 'export {}\n',
  })),
]
