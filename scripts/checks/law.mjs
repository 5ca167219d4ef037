import { existsSync, readFileSync } from 'node:fs'
import { at } from '../ground/paths.mjs'
import { lineAt, places, sources } from './sources.mjs'

/**
 * What a route, a column or a screen must not hold. Names are those of paths, fields and columns; words are those that a person reads.
 * @typedef {{ rule: string, names: RegExp, words?: RegExp }} Ban
 */

/** docs/law.md explains each, with its source. @type {readonly Ban[]} */
export const bans = [
  {
    rule: 'no punching in',
    names:
      /(check|clock|punch)[-_]?in([-_]?(time|count|log|record)s?)?$|attendance|sign[-_]?in[-_]?(count|days|streak)|^(da[-_]?ka|qian[-_]?dao)/i,
    words: /(?<![不无]|不用|不必)(打卡|签到)/g,
  },
  {
    rule: 'no ranking of staff',
    names: /(^|[-_]|[a-z](?=R))[rR]ank(ing|s|ed)?($|[-_A-Z])|leader[-_]?[bB]oard|top[-_]?([wW]orkers|[sS]taff)|score[-_]?[bB]oard|paihang/,
    words: /排行榜|龙虎榜|红黑榜|个人排名|末位淘汰/g,
  },
  {
    rule: 'no figure or quota of a single person',
    names:
      /(worker|staff|handler|clerk|agent|person|employee|cadre)s?[-_]?(score|points|rate|quota|target|grade)s?$|(daily|weekly|monthly)[-_]?(quota|target)|(cases|reports|visits)[-_]?per[-_]?(worker|person|head)/i,
    words: /每人每月不少于|个人积分|个人得分/g,
  },
  {
    rule: 'no time online',
    names:
      /(online|active|usage|study|learning)[-_]?(time|duration|minutes|hours)|last[-_]?(seen|online|active)|online[-_]?(since|now|status)/i,
    words: /在线时长|学习时长|活跃度/g,
  },
  {
    rule: 'no track of movements',
    names:
      /(^|[-_])tracks?$|trajectory|bread[-_]?crumb|location[-_]?history|positions?[-_]?log|whereabouts|(worker|staff|last|current|live)[-_]?(position|location)|gui[-_]?ji/i,
    words: /行动轨迹|实时定位|运动轨迹|位置上报/g,
  },
  {
    rule: 'no likes, shares or votes as a measure',
    names: /likes?[-_]?count|shares?[-_]?count|forwards?[-_]?count|vote[-_]?count/i,
    words: /点赞量|转发量/g,
  },
  {
    rule: 'no tag for petitioning, religion, HIV or a diagnosis',
    names:
      /petitioner|petition[-_]?(count|tag|flag|level|history)|religio|faith|hiv|aids(?![a-z])|diagnos|black[-_]?list|trouble[-_]?maker|key[-_]?person/i,
    words: /上访人员|缠访|闹访|上访户|老上访|重点人员|黑名单|艾滋|宗教信仰/g,
  },
  {
    rule: 'no rate of installing or of daily use',
    names: /install[-_]?(rate|count)|daily[-_]?active|retention[-_]?rate/i,
    words: /安装率|使用率|日活/g,
  },
]

/** @typedef {{ where: string, name: string }} Named */

/**
 * Paths and field names of a contract.
 * @param {unknown} document
 * @returns {Named[]}
 */
export function namesOfContract(document) {
  /** @type {Named[]} */
  const found = []
  /** @param {unknown} node @param {string} where */
  const visit = (node, where) => {
    if (node === null || typeof node !== 'object') return
    for (const [key, value] of Object.entries(node)) {
      if (where.endsWith('/properties')) found.push({ where: `openapi.json ${where}`, name: key })
      visit(value, `${where}/${key}`)
    }
  }
  visit(document, '')
  const paths = /** @type {{ paths?: Record<string, unknown> }} */ (document).paths ?? {}
  for (const path of Object.keys(paths)) for (const name of path.split('/')) found.push({ where: `openapi.json ${path}`, name })
  return found
}

/**
 * Columns that migrations make.
 * @param {readonly import('./sources.mjs').Source[]} files
 * @returns {Named[]}
 */
export function columnsOf(files) {
  return files.flatMap(({ path, text }) =>
    [
      ...text.matchAll(
        /^\s+(?:add column (?:if not exists )?)?([a-z_]+)\s+(?:text|int|bigint|smallint|uuid|jsonb?|bytea|bool|boolean|timestamptz|date|numeric|double|point|char)/gim,
      ),
    ].map((match) => ({
      where: `${path}:${lineAt(text, match.index + 1)}`,
      name: match[1] ?? '',
    })),
  )
}

/**
 * Writes that cannot be made without a photo or a video (国办函〔2026〕12号: no needless compulsory upload).
 * @param {unknown} document
 */
export function forcedPictures(document) {
  /** @type {string[]} */
  const found = []
  /** @param {unknown} node @param {string} where */
  const visit = (node, where) => {
    if (node === null || typeof node !== 'object') return
    const { required } = /** @type {{ required?: unknown }} */ (node)
    if (Array.isArray(required) && required.some((name) => /photo|picture|video|selfie|image/i.test(String(name)))) found.push(where)
    for (const [key, value] of Object.entries(node)) visit(value, `${where}/${key}`)
  }
  const { paths = {} } = /** @type {{ paths?: Record<string, Record<string, { requestBody?: unknown }>> }} */ (document)
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations)) visit(operation.requestBody, `${method} ${path}`)
  }
  return found
}

/**
 * Queries that count or order by one person: what a ranking of staff would be made of.
 * @param {readonly import('./sources.mjs').Source[]} files
 */
export function countedPeople(files) {
  return places(files, /group by[^`;)]*\b(actor_id|account|handler|worker|holder|by_id)\b/gi)
}

/**
 * Refusals for the lack of a picture, whatever the contract says.
 * @param {readonly import('./sources.mjs').Source[]} files
 */
export function picturesInsistedOn(files) {
  return places(files, /'[a-z0-9]+\.((no|missing)-?(photo|picture|video)|(photo|picture|video)s?-?(needed|required|missing))'/gi)
}

function absentTests() {
  const [page] = sources(/^docs\/law\.md$/)
  if (page === undefined) return ['it is missing']
  return [...page.text.matchAll(/`([^`]+\.test\.tsx?)`/g)].flatMap((match) => (existsSync(at(match[1] ?? '')) ? [] : [match[1] ?? '']))
}

/** Tests that docs/security.md names by the end of their path and that are not there. */
function absentProofs() {
  const [page] = sources(/^docs\/security\.md$/)
  if (page === undefined) return ['it is missing']
  const tests = sources(/\.test\.tsx?$/).map(({ path }) => path)
  return [...page.text.matchAll(/`([\w./-]+\.test\.tsx?)`/g)].flatMap(([, name = '']) =>
    tests.some((path) => path === name || path.endsWith(`/${name}`)) ? [] : [name],
  )
}

/** Rules of law that a route, a column or a screen could break. @returns {import('../ground/tally.mjs').Finding[]} */
export function law() {
  if (!existsSync(at('docs', 'openapi.json'))) return [{ name: 'the contract can be read', problems: ['docs/openapi.json is missing'] }]
  const contract = JSON.parse(readFileSync(at('docs', 'openapi.json'), 'utf8'))
  const names = [...namesOfContract(contract), ...columnsOf(sources(/^server\/src\/.*\/migrations\/.*\.sql$/))]
  const screens = sources(/^(apps|packages|server)\/.*\/src\/.*\.tsx?$|^server\/src\/.*\.ts$/).filter(
    ({ path }) => !/\.test\.tsx?$|\/test\/|\/facts\//.test(path),
  )
  return [
    { name: `names were found (${names.length})`, problems: names.length > 0 ? [] : ['none'] },
    ...bans.map((ban) => ({
      name: ban.rule,
      problems: [
        ...names.filter(({ name }) => ban.names.test(name)).map(({ where, name }) => `${where}: ${name}`),
        ...(ban.words === undefined ? [] : places(screens, ban.words)),
      ],
    })),
    { name: 'docs/law.md names tests that exist', problems: absentTests() },
    { name: 'docs/security.md names tests that exist', problems: absentProofs() },
    { name: 'no picture is compulsory', problems: [...forcedPictures(contract), ...picturesInsistedOn(screens)] },
    { name: 'no query counts by person', problems: countedPeople(screens) },
  ]
}
