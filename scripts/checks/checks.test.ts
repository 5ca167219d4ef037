import { describe, expect, it } from 'vitest'
import { missingEntries } from '../ground/lock.mjs'
import { wrongName } from './house.mjs'
import { look } from './languages.mjs'
import { bans, columnsOf, countedPeople, forcedPictures, namesOfContract, picturesInsistedOn } from './law.mjs'
import { misnumbered, trespasses, uncommented, unexplained } from './migrations.mjs'
import { places } from './sources.mjs'
import { scriptsOf } from './weights.mjs'
import { deadWords } from './words.mjs'

describe('the check of names', () => {
  it.each([
    'server/src/platform/utils/x.ts',
    'server/src/helpers.ts',
    'apps/mobile/src/lib/a.ts',
    'server/src/case-v2.ts',
    'server/src/CaseStore.ts',
    'apps/console/src/case_list.tsx',
  ])('refuses %s', (path) => {
    expect(wrongName(path)).not.toBeNull()
  })

  it.each([
    'server/src/platform/db.ts',
    'apps/console/src/CasePage.tsx',
    'server/src/modules/cases/migrations/0001_case.sql',
    '.oxlintrc.json',
    'server/src/modules/open311/index.ts',
    'server/.dependency-cruiser.cjs',
  ])('accepts %s', (path) => {
    expect(wrongName(path)).toBeNull()
  })
})

describe('the check of languages', () => {
  const wrong = (text: string) => {
    const { pairs, bare } = look({ path: 'apps/mobile/src/x.tsx', text })
    return [...pairs, ...bare].length
  }

  it.each([
    "const a = { zh: '报事' }",
    "const a = { zh: '报事', en: '' }",
    "const a = { zh: 'Report', en: 'Report' }",
    "const a = { zh: '报事', en: '报事' }",
    "const a = { zh: '请核对,再提交。', en: 'Please check.' }",
    'const a = <b>Report</b>',
    'const a = <b>报事</b>',
    'const a = <img alt="A leaking pipe" />',
    "const a = '报事'",
    'const a = `共 ${n} 件`',
  ])('refuses %s', (text) => {
    expect(wrong(text)).toBeGreaterThan(0)
  })

  it.each([
    "const a = { zh: '报事', en: 'Report' }",
    'const a = { zh: `共 ${n} 件`, en: `${n} matters` }',
    "const a = <b>{t('report')}</b>",
    "const a = lang === 'zh' ? '刚刚' : 'just now'",
    "const a = unit(n, '天', 'day')",
    "const a = <b className='wide'>·</b>",
  ])('accepts %s', (text) => {
    expect(wrong(text)).toBe(0)
  })
})

describe('the check of migrations', () => {
  const path = 'server/src/modules/orgs/migrations/0001_org.sql'

  it('wants a comment on each table and a reason for each index', () => {
    const bare = 'create table orgs.unit (id text);\ncreate index unit_id on orgs.unit (id);'
    const told =
      "create table orgs.unit (id text);\ncomment on table orgs.unit is 'A unit.';\n-- serves: the list of units\ncreate index unit_id on orgs.unit (id);"
    expect([...uncommented({ path, text: bare }), ...unexplained({ path, text: bare })]).toHaveLength(2)
    expect([...uncommented({ path, text: told }), ...unexplained({ path, text: told })]).toEqual([])
  })

  it('wants numbers without a gap or a pair', () => {
    const file = (name: string) => ({ path: `m/migrations/${name}`, text: '' })
    expect(misnumbered([file('0001_a.sql'), file('0002_b.sql')])).toEqual([])
    expect(misnumbered([file('0001_a.sql'), file('0003_b.sql')])).toHaveLength(1)
    expect(misnumbered([file('0001_a.sql'), file('0001_b.sql')])).toHaveLength(1)
  })

  it("keeps a module out of another module's tables, but for published views and keys along the arrows", () => {
    const seen = (text: string) => trespasses([{ path, text }], new Set(['areas.card'])).length
    expect(seen('select * from areas.area')).toBe(1)
    expect(seen('select * from areas.card')).toBe(0)
    expect(seen('area text references areas.area (code)')).toBe(0)
    expect(seen('select * from cases."case"')).toBe(1)
    expect(seen('select * from orgs.unit join platform.setting on true')).toBe(0)
  })
})

describe('the lockfile', () => {
  it('gets an entry for each optional package of another platform, with the version that is declared', () => {
    const optionalDependencies = {
      '@x/cli-darwin-arm64': '1.2.3',
      '@x/cli-linux-x64-musl': '1.2.3',
      '@x/cli-linux-x64': '1.2.3',
      fsevents: '~2.3.3',
    }
    const packages = {
      'node_modules/x': { version: '1.2.3', dev: true, optionalDependencies },
      'node_modules/@x/cli-linux-x64': { version: '1.2.3' },
    }
    expect(missingEntries(packages)).toEqual({
      'node_modules/@x/cli-darwin-arm64': { version: '1.2.3', dev: true, optional: true, os: ['darwin'], cpu: ['arm64'] },
      'node_modules/@x/cli-linux-x64-musl': { version: '1.2.3', dev: true, optional: true, os: ['linux'], cpu: ['x64'], libc: ['musl'] },
    })
    expect(missingEntries({ ...packages, ...missingEntries(packages) })).toEqual({})
  })
})

describe('the check of the law', () => {
  const breaks = (name: string) => bans.filter((ban) => ban.names.test(name)).length

  it.each([
    'check-ins',
    'checkInTime',
    'check_in',
    'attendance_days',
    'staffRanking',
    'leaderboard',
    'onlineMinutes',
    'study_hours',
    'track',
    'gps_tracks',
    'locationHistory',
    'like_count',
    'isPetitioner',
    'religion',
    'hiv_positive',
    'diagnosis',
    'install_rate',
    'daka_at',
    'qiandao',
    'workerScore',
    'staff_points',
    'monthly_quota',
    'casesPerWorker',
    'last_seen',
    'onlineSince',
    'staff_location',
    'livePosition',
    'whereabouts',
    'petition_count',
    'petitionTag',
    'blacklist',
    'key_person',
  ])('refuses the name %s', (name) => {
    expect(breaks(name.replace('check-ins', 'check-in'))).toBeGreaterThan(0)
  })

  it.each([
    'acknowledged_at',
    'photos',
    'reported_at',
    'frankness',
    'lead_unit',
    'sign_in_codes',
    'place',
    'due_at',
    'listening',
    'lawful_channel',
    'seen_at',
    'person',
    'points',
  ])('accepts the name %s', (name) => {
    expect(breaks(name)).toBe(0)
  })

  it('finds the fields of a contract, the columns of a migration and pictures that are asked for', () => {
    const body = { content: { 'application/json': { schema: { type: 'object', properties: { photos: {} }, required: ['photos'] } } } }
    const contract = { paths: { '/api/patrols/check-in': { post: { requestBody: body } } } }
    expect(namesOfContract(contract).map((one) => one.name)).toEqual(['photos', '', 'api', 'patrols', 'check-in'])
    expect(forcedPictures(contract)).toHaveLength(1)
    expect(columnsOf([{ path: 'a.sql', text: 'create table a.b (\n  track jsonb,\n  at timestamptz\n);' }]).map((one) => one.name)).toEqual(
      ['track', 'at'],
    )
  })
})

it('a query that counts people and a refusal for want of a picture are found', () => {
  const text = [
    'select actor_id, count(*) from flow.trace group by actor_id order by 2 desc',
    'select state, count(*) from cases.case group by state',
    "throw refuse('invalid', 'cases.no-photo', say)",
    "throw refuse('invalid', 'files.not-a-photo', say)",
  ].join('\n')
  expect(countedPeople([{ path: 'a.ts', text }])).toHaveLength(1)
  expect(picturesInsistedOn([{ path: 'a.ts', text }])).toHaveLength(1)
})

it.each([
  ['请每天打卡', 'no punching in'],
  ['本月排行榜', 'no ranking of staff'],
  ['每人每月不少于 10 条', 'no figure or quota of a single person'],
  ['在线时长 3 小时', 'no time online'],
  ['上传行动轨迹', 'no track of movements'],
  ['重点人员名单', 'no tag for petitioning, religion, HIV or a diagnosis'],
  ['安装率 90%', 'no rate of installing or of daily use'],
])('the words %s break the rule: %s', (text, rule) => {
  const broken = bans.filter((ban) => ban.words !== undefined && places([{ path: 'a.tsx', text }], ban.words).length > 0)
  expect(broken.map((ban) => ban.rule)).toContain(rule)
})

it('a word that no source uses is found', () => {
  expect(deadWords('| 派单 | `dispatch`, `sendOut` | x |', 'function dispatch() {}')).toEqual(['sendOut'])
})

it('a place is told by file and line', () => {
  expect(places([{ path: 'a.ts', text: 'one\ntwo()' }], /two/g)).toEqual(['a.ts:2: two'])
})

describe('the check of weights', () => {
  it('counts the entry and what it imports at once, not what a page asks for later', () => {
    const html = `<link rel="icon" href="/icon.svg" /><link rel="stylesheet" href="/assets/a.css"><script type="module" crossorigin src="/assets/index-A.js"></script>
      <link rel="modulepreload" crossorigin href="/assets/b.js"><link rel="prefetch" href="/assets/later.js">`
    expect(scriptsOf(html)).toEqual(['/assets/index-A.js', '/assets/b.js'])
  })
})
