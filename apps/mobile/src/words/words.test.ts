import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { en } from './en.ts'
import { zh } from './zh.ts'

type Tree = { readonly [key: string]: string | Tree }

function flat(tree: Tree, before = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[before + key, value] as const] : Object.entries(flat(value, `${before}${key}.`)),
    ),
  )
}

const chinese = flat(zh)
const english = flat(en)
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1]).sort()

test('both languages have the same words', () => {
  expect(Object.keys(english)).toEqual(Object.keys(chinese))
})

test('no word is empty, and each says the same figures and names', () => {
  for (const [key, text] of Object.entries(chinese)) {
    expect(text.trim(), key).not.toBe('')
    expect(english[key]?.trim(), key).not.toBe('')
    expect(holes(english[key] ?? ''), key).toEqual(holes(text))
  }
})

test('Chinese is Chinese, English is English, and nobody shouts', () => {
  for (const [key, text] of Object.entries(english)) expect(text, key).not.toMatch(/\p{Script=Han}/u)
  for (const [key, text] of Object.entries(chinese)) expect(text.replaceAll(/\{\{\w+\}\}/g, ''), key).toMatch(/\p{Script=Han}|^ 件$/u)
  for (const text of [...Object.values(chinese), ...Object.values(english)]) expect(text).not.toMatch(/[!！]/)
})

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'words' ? [] : sources(path)
    return /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.') ? [readFileSync(path, 'utf8')] : []
  })
}

const code = sources(join(import.meta.dirname, '..')).join('\n')

test('every word that the screens ask for exists', () => {
  const asked = [...code.matchAll(/'([a-z]+\.[a-zA-Z0-9]+)'/g)]
    .map((found) => found[1] ?? '')
    .filter((key) => (key.split('.')[0] ?? '') in zh)
  expect(asked.length).toBeGreaterThan(150)
  expect([...new Set(asked)].filter((key) => !(key in chinese))).toEqual([])
})

test('no word lies unused', () => {
  const made = [...code.matchAll(/`([a-z]+)\.([a-zA-Z]*)\$\{/g)].map((found) => `${found[1]}.${found[2]}`)
  const used = (key: string) => code.includes(`'${key}'`) || made.some((start) => key.startsWith(start))
  expect(Object.keys(chinese).filter((key) => !used(key))).toEqual([])
})

test('no Chinese stands in the screens outside the dictionary', () => {
  const bare = code.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
  const tsx = [...bare.matchAll(/>([^<>{}\n]*\p{Script=Han}[^<>{}\n]*)</gu)].map((found) => found[1])
  expect(tsx).toEqual([])
})
