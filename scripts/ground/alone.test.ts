import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { exclusively } from './alone.mjs'
import { cache } from './paths.mjs'

const lock = join(cache, 'working-test')

it('two works never overlap', async () => {
  const seen: string[] = []
  const work = (name: string) => async () => {
    seen.push(`${name} in`)
    await sleep(50)
    seen.push(`${name} out`)
  }
  await Promise.all([exclusively(work('one'), lock), exclusively(work('two'), lock)])
  expect(seen.map((step) => step.split(' ')[1])).toEqual(['in', 'out', 'in', 'out'])
  expect(existsSync(lock)).toBe(false)
})

it('a lock left by a dead process, or held beyond reason, is taken', async () => {
  mkdirSync(cache, { recursive: true })
  writeFileSync(lock, '999999999')
  expect(await exclusively(async () => 'dead', lock)).toBe('dead')
  writeFileSync(lock, String(process.ppid))
  const longAgo = new Date(Date.now() - 3_600_000)
  utimesSync(lock, longAgo, longAgo)
  expect(await exclusively(async () => 'old', lock)).toBe('old')
})

it('is free again after a work that failed', async () => {
  await expect(exclusively(() => Promise.reject(new Error('no')), lock)).rejects.toThrow('no')
  expect(existsSync(lock)).toBe(false)
})
