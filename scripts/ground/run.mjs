import { spawn } from 'node:child_process'
import { root } from './paths.mjs'

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    if (running.size === 0) return // the server, when it runs, stops by itself
    for (const child of running) child.kill(signal)
    process.exit(1)
  })
}

/**
 * Runs a program in the checkout and waits. Its output is kept; with `loud` it is shown as it comes.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, loud?: boolean, seconds?: number, uid?: number, gid?: number }} [options]
 * @returns {Promise<{ status: number, output: string, seconds: number }>}
 */
export function run(program, args, options = {}) {
  const { loud = false, seconds, ...rest } = options
  const since = Date.now()
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(program, args, { cwd: root, ...rest, stdio: ['ignore', 'pipe', 'pipe'] })
    running.add(child)
    const late = seconds === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
    /** @param {Buffer | string} chunk */
    const hear = (chunk) => {
      output += chunk
      if (loud) process.stdout.write(chunk)
    }
    /** @param {number} status */
    const end = (status) => {
      clearTimeout(late)
      running.delete(child)
      resolve({ status, output, seconds: (Date.now() - since) / 1000 })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('error', (error) => {
      hear(`${error.message}\n`)
      end(127)
    })
    child.once('close', (code, signal) => {
      if (signal !== null) hear(`stopped by ${signal}\n`)
      end(code ?? 1)
    })
  })
}
