import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { componentClasses, caseCategories } from './domain/catalogue.ts'
import { categorise } from './domain/categorise.ts'
import { findDanger } from './domain/danger.ts'

const shared = process.env['LINLI_SHARED'] ?? fileURLToPath(new URL('../../../../../shared', import.meta.url))
const messages = `${shared}/data/messages/labelled_messages.csv.gz`
const rules = `${shared}/domain/rules.md`

/** The seven first-level labels of the messages; a class that belongs to none of them counts as wrong. */
const groupLabels: Readonly<Record<string, string>> = {
  '01': '城乡建设',
  '02': '城乡建设',
  '03': '城乡建设',
  '04': '城乡建设',
  '05': '城乡建设',
  '06': '城乡建设',
  '07': '城乡建设',
  '08': '城乡建设',
  '09': '城乡建设',
  '10': '城乡建设',
  '20': '城乡建设',
  '21': '城乡建设',
  '22': '城乡建设',
  '23': '城乡建设',
  '24': '交通运输',
  '25': '教育文体',
  '26': '劳动和社会保障',
  '27': '商贸旅游',
  '28': '环境保护',
}
const ownLabels: Readonly<Record<string, string>> = {
  '05009': '教育文体',
  '06020': '环境保护',
  '06025': '环境保护',
  '06026': '环境保护',
  '06027': '环境保护',
  '06028': '环境保护',
  '06029': '环境保护',
  '06032': '环境保护',
  '06033': '卫生计生',
  '08001': '环境保护',
  '08004': '环境保护',
  '09008': '教育文体',
  '09015': '卫生计生',
  '20005': '商贸旅游',
  '22001': '环境保护',
  '22002': '环境保护',
  '22003': '环境保护',
  '24001': '城乡建设',
  '24002': '城乡建设',
  '25006': '卫生计生',
  '25007': '卫生计生',
  '25008': '卫生计生',
}
const otherwise = new Set(['21009', '22008', '26003', '26004', '26008', '26009', '27005', '28003', '28004', '28005', '28006', '29999'])

const labelOf = (code: string): string | undefined => (otherwise.has(code) ? undefined : (ownLabels[code] ?? groupLabels[code.slice(0, 2)]))

function labelled(): readonly { readonly label: string; readonly text: string }[] {
  return parse(gunzipSync(readFileSync(messages)), { columns: true, bom: true })
}

it.runIf(existsSync(messages))('puts real messages under the label that people gave them', { timeout: 60_000 }, () => {
  const rows = labelled()
  const right = (half: number): { n: number; of: number; within3: number } => {
    const mine = rows.filter((_, index) => index % 2 === half)
    const found = mine.map((row) => categorise(row.text).map((one) => labelOf(one.code) === row.label))
    return { n: found.filter((hits) => hits[0]).length, of: mine.length, within3: found.filter((hits) => hits.includes(true)).length }
  }
  // The even rows were read while the words were chosen, the odd rows were not.
  const [seen, unseen] = [right(0), right(1)]
  process.stdout.write(
    `rules on labelled messages: read rows ${seen.n}/${seen.of}, unread rows ${unseen.n}/${unseen.of}, within three ${unseen.within3}/${unseen.of}\n`,
  )
  expect(rows.length).toBe(1860)
  expect(unseen.n / unseen.of).toBeGreaterThan(0.78)
  expect(unseen.within3 / unseen.of).toBeGreaterThan(0.9)
})

it.runIf(existsSync(messages))('seldom cries danger over letters, which are mostly not calls for help', { timeout: 60_000 }, () => {
  const rows = labelled()
  const alarms = rows.filter((row) => findDanger(row.text) !== undefined).length
  process.stdout.write(`danger hints on labelled messages: ${alarms}/${rows.length}\n`)
  expect(alarms / rows.length).toBeLessThan(0.01)
})

it.runIf(existsSync(rules))('has the codes and the Chinese names of the catalogue as it was found', () => {
  const plainBrackets = (text: string): string => text.replaceAll('（', '(').replaceAll('）', ')')
  const appendix = plainBrackets(readFileSync(rules, 'utf8').split('## Appendix A')[1]?.split('## Appendix B')[0] ?? '')
  const matters = caseCategories.filter((one) => one.kind === 'matter' && one.class >= '06')
  for (const one of [...componentClasses, ...matters]) {
    expect(appendix, one.code).toContain(plainBrackets(`${one.class.slice(2)}${one.name.zh}`))
  }
})
