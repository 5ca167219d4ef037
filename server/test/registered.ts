import { newId } from '#platform/ids'
import { spotIn } from '../src/modules/cases/test/spot.ts'
import { entered } from '../src/modules/components/test/thing.ts'
import { upload } from '../src/modules/imports/test/file.ts'
import { bring, inventedNumber } from '../src/modules/people/test/people.ts'
import { device, grid } from '../src/modules/telemetry/test/devices.ts'
import type { Person, Reply, World } from './world.ts'

/** What is written into whatever a register can say in words. */
export interface Marks {
  readonly mark: string
  readonly phone: string
}

const idOf = (reply: Reply): string => {
  if (reply.status !== 201) throw new Error(JSON.stringify(reply.body))
  return (reply.body as { id: string }).id
}

async function one(w: World, text: string): Promise<string> {
  const [row] = await w.db.query<{ id: string }>({ text, values: [] })
  if (!row) throw new Error(`nothing found by: ${text}`)
  return row.id
}

/** Persons of whom two may be one, and an opening in an emergency that waits for its review. */
async function people(w: World, { mark, phone }: Marks): Promise<Record<string, string>> {
  await bring(w, 'police', [{ name: mark, idNumber: inventedNumber('19500101', 1), phone, area: grid }])
  await bring(w, 'disabled', [{ name: mark, born: '1950-01-01', area: grid }])
  const person = await one(w, 'select person_id as id from people.identity limit 1')
  const opened = await (await w.as('community')).post(`/api/people/${person}/break-glass`, { reason: mark })
  return {
    people: person,
    doubts: await one(w, 'select id from people.doubt limit 1'),
    'person-requests': (opened.body as unknown as { request: string }).request,
  }
}

/** A small place, a building and whom to call in it. */
async function places(w: World, desk: Person, { mark, phone }: Marks): Promise<Record<string, string>> {
  const building = newId('990901', w.now())
  await w.db.query({
    text: `insert into places.building (region, id, area, key, address, segments) values ('990901', $1, $2, $3, $3, '{}')`,
    values: [building, grid, mark],
  })
  const shop = { area: grid, kind: 'smallShop', name: mark, address: mark }
  const contact = { role: 'head', name: mark, phone, consentOn: '2026-11-01' }
  return {
    'places/small': idOf(await desk.post('/api/places/small', shop)),
    'places/buildings': building,
    'places/contacts': idOf(await desk.post(`/api/places/buildings/${building}/contacts`, contact)),
  }
}

/** Things of the registers in a grid of the first county, by the first parts of the paths that take their ids. */
export async function registered(w: World, marks: Marks): Promise<Record<string, string>> {
  const dispatcher = await w.as('dispatcher')
  const spot = await spotIn(w, grid)
  const thing = await entered(dispatcher, spot, { name: marks.mark })
  const spare = { area: '990901', type: '01037', name: '灯头', store: marks.mark, quantity: 1, enough: 2 }
  return {
    components: thing.id,
    'components/by-code': thing.code,
    spares: idOf(await dispatcher.post('/api/spares', spare)),
    devices: (await device(w, 'manhole', thing.code)).id,
    'imports/files': await upload(dispatcher, `编号,内容\n1,${marks.mark}\n`),
    ...(await places(w, dispatcher, marks)),
    ...(await people(w, marks)),
  }
}
