import { beforeAll, describe, expect, it } from 'vitest'
import { type Role, roles, systemActor } from '#platform/context'
import { seedPasswords, writeStaff } from '#modules/accounts'
import { establishPost, place as giveTo, postId } from '#modules/orgs'
import { photoWithPlace, form } from '../src/platform/files/test/photo.ts'
import { handIn, header } from '../src/modules/imports/test/file.ts'
import { grid, spotIn } from '../src/modules/cases/test/spot.ts'
import { type Document, type Operation, operationsOf } from './fuzz/request.ts'
import { registered } from './registered.ts'
import { type Person, type Reply, testPassword, world } from './world.ts'

/*
 * The other half of the permission matrix: somebody of every role in another county asks every route about things that are there, but
 * not theirs. Whatever they ask, it is as if the things were not there; and nothing of them is in any list, export, map or page.
 */

const w = world()
const other = '990902'
const mark = '暗号乌鸦七号'
const phone = '13912345678'
let operations: Operation[]
const people = new Map<Role, Person>()

/** Ids of things of the first county or of another person, by the first part of the path that takes them. */
const theirs = new Map<string, string>()

/** Words of common ground by which rows can be asked for: every figure, this week's draw. */
const keys: Record<string, readonly string[]> = {}

async function settle(role: Role): Promise<Person> {
  const ctx = { ...w.context(), actor: systemActor('matrix') }
  const account = `${role.toLowerCase()}.other`
  const made = await writeStaff(ctx, { signIn: account, name: '别县人员', area: other })
  await seedPasswords(ctx, [{ account: made.id, password: testPassword }])
  const org = `${other}-government`
  const post = postId(role, org, other)
  await establishPost(ctx, { role, org, area: other }).catch(() => undefined)
  await giveTo(ctx, post, made.id)
  return w.as(account)
}

const idOf = (reply: Reply): string => (reply.body as { id: string }).id

async function upload(who: Person): Promise<string> {
  const { payload, headers } = form(await photoWithPlace(80, 60))
  return idOf(await who.send('POST', '/api/files', { body: payload, headers: headers as Record<string, string> }))
}

async function one(text: string, values: unknown[] = []): Promise<string> {
  const [row] = await w.db.query<{ id: string }>({ text, values })
  if (!row) throw new Error(`nothing found by: ${text}`)
  return String(row.id)
}

beforeAll(async () => {
  operations = operationsOf((await w.visitor.get('/api/openapi.json')).body as Document)
  for (const role of roles) people.set(role, role === 'resident' ? await w.as('resident2') : await settle(role))
  const [resident, dispatcher, housing] = [await w.as('resident'), await w.as('dispatcher'), await w.as('housing')]
  const photo = await upload(resident)
  const place = await spotIn(w, grid)
  const made = await resident.post('/api/public/cases', {
    text: `${mark}：路灯不亮了`,
    category: '20003',
    place,
    photos: [photo],
    reporter: { name: mark, phone },
  })
  const id = idOf(made)
  await dispatcher.post(`/api/cases/${id}/register`, { category: '20003', severity: 'large' })
  await dispatcher.post(`/api/cases/${id}/dispatch`, { lead: '990901-housing', because: 'placeDiffers' })
  const shown = (await dispatcher.get(`/api/cases/${id}`)).body as { orders: { id: string }[]; number: string }
  const template = await housing.post('/api/answer-templates', { title: mark, text: mark })
  const file = [header, `R-1,${mark},2026-11-20 09:00:00,,,,990901,,,`].join('\n')
  const account = await one("select id from accounts.account where sign_in = 'housing'")
  const found: Record<string, string> = {
    cases: id,
    my: id,
    'my/sessions': await one('select id from accounts.session where account = $1 and ended_at is null limit 1', [account]),
    orders: shown.orders[0]?.id ?? '',
    files: photo,
    accounts: account,
    sessions: await one('select id from accounts.session where account = $1 and ended_at is null limit 1', [account]),
    holdings: await one('select id from orgs.holding where account = $1 limit 1', [account]),
    'api-keys': await one('select id from accounts.api_key limit 1'),
    'answer-templates': idOf(template),
    imports: idOf(await handIn(dispatcher, file, 'mapping=sheet')),
  }
  Object.assign(found, await registered(w, { mark, phone }))
  const supervisor = await w.as('supervisor')
  const sets = await Promise.all(['main', 'promises', 'results', 'effort'].map((set) => supervisor.get(`/api/figures?set=${set}`)))
  keys['figures'] = sets.flatMap(({ body }) => (body as { figures: { key: string }[] }).figures.map(({ key }) => key))
  const draws = (await w.visitor.get('/api/public/callback-draws')).body as { periods: { period: string }[] }
  keys['callback-draws'] = draws.periods.map(({ period }) => period)
  for (const [name, value] of Object.entries(found)) {
    if (!value) throw new Error(`nothing of theirs was made: ${name}`)
    theirs.set(name, value)
  }
})

/** Routes whose ids are public knowledge of the city (areas, units, posts, classes, editions, figures, weeks, jobs, squares of the map), or secrets that are themselves the right. */
const commonGround =
  /^\/(open311|api\/public|api\/(calendar|areas|units|posts|compounds|property-companies|grid-staff|appointments|duty-chain|categories|directory|party|cases\/settings|figures|callback-draws|jobs|components\/tiles|places\/kinds|device-rules))\b/

const kindOf = (path: string): string => {
  const [, first = '', second = ''] = path.split('/').slice(1)
  return theirs.has(`${first}/${second}`) ? `${first}/${second}` : first
}

/** The same id but for its last four signs: nothing has it, and it seems to come from the same county. */
const noneLike = (id: string): string => `${id.slice(0, -4)}${id.endsWith('0000') ? '0001' : '0000'}`

/** A path that is read with each of the words that fill it; none where it takes an id. */
function readable(path: string): readonly string[] {
  if (!path.includes('{')) return [path]
  return (keys[kindOf(path)] ?? []).map((key) => path.replace(/\{\w+\}/, encodeURIComponent(key)))
}

const bodies: readonly unknown[] = [{}, { purpose: 'handle', lead: '990902-housing', title: 'x', name: 'x' }]

function plain(reply: Reply): unknown {
  const body = typeof reply.body === 'object' ? { ...(reply.body as object), requestId: '' } : reply.body
  return { status: reply.status, body, type: reply.headers['content-type'], length: reply.headers['content-length'] }
}

describe('an id of others', () => {
  it('has a line here whatever route takes it', () => {
    const missing = operations.filter(({ path }) => path.includes('{') && !commonGround.test(path) && !theirs.has(kindOf(path)))
    expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([])
  })

  it.each(roles.map((role) => [role]))('is to a %s elsewhere what an id is that does not exist', async (role) => {
    const person = people.get(role) as Person
    const wrong: string[] = []
    for (const { method, path, described } of operations) {
      const access = described['x-linli-access']
      const id = theirs.get(kindOf(path))
      if (!path.includes('{') || commonGround.test(path) || id === undefined) continue
      if (access !== 'signedIn' && access !== 'public' && !access.includes(role)) continue
      for (const body of method === 'GET' ? [undefined] : bodies) {
        const ask = (which: string) => person.send(method, path.replace(/\{\w+\}/, which), body === undefined ? {} : { body })
        const [real, none] = [await ask(id), await ask(noneLike(id))]
        if (JSON.stringify(plain(real)) !== JSON.stringify(plain(none)) || (real.status !== 404 && real.status !== 422))
          wrong.push(
            `${method} ${path}: ${real.status} ${JSON.stringify(real.body).slice(0, 160)} but ${none.status} ${JSON.stringify(none.body).slice(0, 160)}`,
          )
      }
    }
    expect(wrong).toEqual([])
  })
})

describe('what is not theirs', () => {
  it('is in what its own county reads: the rows behind a figure show the matter', async () => {
    const { status, body } = await (await w.as('supervisor')).get('/api/figures/reported/rows')
    expect(status).toBe(200)
    expect(JSON.stringify(body)).toContain(theirs.get('cases'))
    expect(keys['figures']?.length).toBeGreaterThan(15)
    expect(keys['callback-draws']?.length).toBeGreaterThan(0)
  })

  it.each(roles.map((role) => [role]))('is in nothing that a %s elsewhere can read, print or export', async (role) => {
    const person = people.get(role) as Person
    const secrets = [
      mark,
      phone,
      theirs.get('cases') ?? '',
      theirs.get('orders') ?? '',
      theirs.get('imports') ?? '',
      ...['files', 'components', 'devices', 'spares', 'people', 'places/small', 'places/buildings'].map((kind) => theirs.get(kind) ?? ''),
    ]
    const asked = ['', '?area=990901', '?unit=990901-housing', '?q=乌鸦', '?post=departmentHandler:990901-housing:990901']
    const more = ['?bbox=100,20,140,60', `?phone=${phone}`, '?format=csv&area=99']
    const ways = (path: string): readonly string[] => (path.includes('{') ? asked.slice(0, 3) : [...asked, ...more])
    const seen: string[] = []
    let answered = 0
    for (const { method, path, described } of operations) {
      const access = described['x-linli-access']
      // The audit is read by its administrator for the whole city: who did what to which id, without words.
      if (method !== 'GET' || path === '/api/events' || path.startsWith('/api/audit')) continue
      if (access !== 'signedIn' && access !== 'public' && !access.includes(role)) continue
      for (const address of readable(path).flatMap((one) => ways(path).map((query) => `${one}${query}`))) {
        const { status, body } = await person.get(address)
        if (status === 200) answered++
        const text = typeof body === 'string' ? body : JSON.stringify(body)
        for (const secret of secrets) if (text.includes(secret) && !path.startsWith('/open311/')) seen.push(`${address} shows ${secret}`)
        if (text.includes(phone) || text.includes(mark)) seen.push(`${address} shows words`)
      }
    }
    expect(answered).toBeGreaterThan(5)
    expect([...new Set(seen)]).toEqual([])
  })
})

describe('a session', () => {
  const guarded = () => operations.filter((one) => one.described['x-linli-access'] !== 'public' && one.path !== '/api/events')
  const all = async (send: (method: string, path: string) => Promise<Reply>): Promise<string[]> => {
    const wrong: string[] = []
    for (const { method, path } of guarded()) {
      const filled = path.replaceAll(/\{\w+\}/g, theirs.get(kindOf(path)) ?? 'x'.repeat(300))
      const { status, body } = await send(method, filled)
      if (status !== 401 || (body as { code: string }).code !== 'session.missing') wrong.push(`${method} ${path}: ${status}`)
    }
    return wrong
  }
  const withCookie = (cookie: string) => async (method: string, path: string) =>
    w.visitor.send(method, path, { headers: { cookie }, ...(method !== 'GET' && { body: 'not { json' }) })

  it.each(['linli_session=', `linli_session=${'a'.repeat(43)}`, "linli_session=' or 1=1 --", 'linli_session=a; linli_session=b'])(
    'that never was (%s) opens nothing, before anything else is looked at',
    async (cookie) => {
      expect(await all(withCookie(cookie))).toEqual([])
    },
  )

  it('that was ended opens nothing', async () => {
    const gone = await w.as('callback', true)
    expect((await gone.send('DELETE', '/api/session')).status).toBe(200)
    expect(await all((method, path) => gone.send(method, path, method === 'GET' ? {} : { body: {} }))).toEqual([])
  })

  it('that is too old opens nothing', async () => {
    const old = await w.as('supervisor', true)
    expect((await old.get('/api/me')).status).toBe(200)
    w.turn(13 * 3_600_000)
    expect(await all((method, path) => old.send(method, path, method === 'GET' ? {} : { body: {} }))).toEqual([])
  })
})
