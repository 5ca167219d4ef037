// Writes docs/openapi.json, the contract that is reviewed in every change; with --check only says whether it is current.
import { readFileSync, writeFileSync } from 'node:fs'
import { at } from './ground/paths.mjs'

const file = at('docs', 'openapi.json')
const { contract } = await import(new URL('../server/dist/app.js', import.meta.url).href)
const current = `${JSON.stringify(contract(), null, 2)}\n`

function committed() {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** The first line that differs. @param {string} one @param {string} other */
function difference(one, other) {
  const [left, right] = [one.split('\n'), other.split('\n')]
  const line = left.findIndex((text, n) => text !== right[n])
  return `line ${line + 1}: ${left[line] ?? ''} | ${right[line] ?? ''}`
}

if (!process.argv.includes('--check')) writeFileSync(file, current)
else if (committed() !== current) {
  console.error(
    `docs/openapi.json is not what the server serves; run npm run contract and look at the difference. ${difference(committed(), current)}`,
  )
  process.exitCode = 1
}
process.exit()
