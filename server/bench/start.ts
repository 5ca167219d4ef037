import { spawn } from 'node:child_process'
import { p95, print, say } from './rig/report.ts'
import { dataFolder, startProduct } from './rig/product.ts'

/*
 * start: from ./start on a folder that was used before to the first answer, ms. The roofline is what nothing of ours can avoid:
 * starting the runtime twice (the command and its server run in it).
 */

const rounds = 10

function runtime(): Promise<number> {
  const begun = performance.now()
  const child = spawn(process.execPath, ['-e', ''])
  return new Promise((resolve) => child.once('exit', () => resolve(performance.now() - begun)))
}

const folder = dataFolder()
await (await startProduct(folder.path)).stop()
const [warm, bare]: [number[], number[]] = [[], []]
for (let round = 0; round < rounds; round++) {
  const product = await startProduct(folder.path)
  await product.stop()
  warm.push(product.startedIn)
  bare.push((await runtime()) + (await runtime()))
  say(`  ${product.startedIn.toFixed(0)} ms`)
}
folder.remove()
const [value, roofline] = [p95(warm), p95(bare)]
print({ name: 'start', value, unit: 'ms', roofline, ratio: roofline / value })
