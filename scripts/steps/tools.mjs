import { stripVTControlCharacters } from 'node:util'
import { at } from '../ground/paths.mjs'
import { run } from '../ground/run.mjs'

/** @param {string} text */
const tail = (text) => stripVTControlCharacters(text).trim().split('\n').slice(-80)

/**
 * A tool of the checkout that ends with 0 when all is well, as one finding.
 * @param {string} name
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RegExp} [awake] what its output shows when it looked at anything at all
 * @returns {() => Promise<import('../ground/tally.mjs').Finding[]>}
 */
export function tool(name, program, args, awake) {
  return async () => {
    const done = await run(program === 'node' ? program : at('node_modules', '.bin', program), args)
    const asleep = done.status === 0 && awake !== undefined && !awake.test(done.output)
    return [
      { name, problems: done.status === 0 && !asleep ? [] : asleep ? [`it looked at nothing: ${done.output.trim()}`] : tail(done.output) },
    ]
  }
}
