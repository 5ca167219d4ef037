import { boundaries } from '../checks/boundaries.mjs'
import { house } from '../checks/house.mjs'
import { languages } from '../checks/languages.mjs'
import { law } from '../checks/law.mjs'
import { migrations } from '../checks/migrations.mjs'
import { weights } from '../checks/weights.mjs'
import { words } from '../checks/words.mjs'
import { counted } from '../ground/tally.mjs'
import { onDebian } from './debian.mjs'
import { browser, system } from './system.mjs'
import { filesOf, vitest } from './tests.mjs'
import { tool } from './tools.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number, said: string }} Count */
/** @typedef {{ name: string, look: () => Promise<Count> }} Step */

/**
 * @param {string} name
 * @param {() => Promise<import('../ground/tally.mjs').Finding[]> | import('../ground/tally.mjs').Finding[]} find
 * @returns {Step}
 */
const findings = (name, find) => ({ name, look: async () => counted(name, await find()) })

/**
 * A step that looks at the product in a browser.
 * @param {string} name
 * @param {RegExp} files
 * @param {boolean} withBrowser
 * @returns {Step}
 */
const inBrowser = (name, files, withBrowser) => ({
  name,
  look: async () => {
    const n = filesOf(files)
    if (!withBrowser) return { passed: 0, failed: 0, skipped: n, said: `  --no-browser: ${n} files were not run` }
    const path = browser()
    if (path === null) return { passed: 0, failed: 1, skipped: 0, said: '✗ there is no Chromium on this machine' }
    return vitest(name, { env: { CHROMIUM: path } })
  },
})

/**
 * The steps of ./test. Those `alone` come first, one after another: the quick ones, and the one that measures seconds. The others run in
 * two lanes, each taking the next row as it comes free, because a browser and a database wait more than they work.
 * @param {{ withBrowser: boolean }} options
 * @returns {{ alone: Step[], beside: Step[][] }}
 */
export function steps({ withBrowser }) {
  const alone = [
    findings('system', () => system(withBrowser)),
    findings('build', tool('the server, the client and both faces can be built', 'node', ['scripts/build.mjs'])),
    findings('format', tool('biome finds the files formatted', 'biome', ['format', '--reporter=summary', '.'], /Checked [1-9]\d* files/)),
    findings('lint', tool('oxlint finds nothing', 'oxlint', [], /on [1-9]\d* files/)),
    findings('types', tool('tsc finds no error', 'tsc', ['-b'])),
    findings('boundaries', boundaries),
    findings('house', house),
    findings('migrations', migrations),
    findings('languages', languages),
    findings('law', law),
    findings('words', words),
    findings('weights', weights),
    findings('contract', tool('docs/openapi.json is what the server serves', 'node', ['scripts/contract.mjs', '--check'])),
    findings('dead-code', tool('knip finds nothing unused', 'knip', ['--no-progress'])),
    { name: 'unit', look: () => vitest('unit') },
    { name: 'start', look: () => vitest('start') },
  ]
  const beside = [
    [
      { name: 'server', look: () => vitest('server') },
      { name: 'debian', look: onDebian },
    ],
    [inBrowser('journeys', /^e2e\/(?!\w+-screens)[^/]*\.test\.ts$/, withBrowser)],
    [inBrowser('desk-screens', /^e2e\/desk-screens\.test\.ts$/, withBrowser)],
    [{ name: 'faults', look: () => vitest('faults') }],
    [inBrowser('hand-screens', /^e2e\/hand-screens\.test\.ts$/, withBrowser)],
  ]
  return { alone, beside }
}
