import { writeApiKey } from '#modules/accounts'
import { locateGrid } from '#modules/areas'
import type { Reply, World } from '../../../../test/world.ts'

/** A city next door that talks to ours through Open311. */
export const neighbourKey = 'neighbour-key-for-tests'

/** Gives the neighbour its key. */
export async function welcome(world: World): Promise<void> {
  await writeApiKey(world.context(), 'the city next door', neighbourKey, '9999')
}

/** The middle of a grid of the test city. */
export async function somewhere(world: World): Promise<{ lon: number; lat: number }> {
  const grids = await world.db.query<{ code: string; bbox: [number, number, number, number] }>({
    text: "select code, bbox from areas.area where level = 'grid' and bbox is not null order by code limit 50",
    values: [],
  })
  for (const { code, bbox } of grids) {
    const [lon, lat] = [(bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2]
    if ((await locateGrid(world.context(), lon, lat)) === code) return { lon, lat }
  }
  throw new Error('no grid holds its own middle')
}

/** Posts a form as the neighbour does, with the key in it unless told otherwise. */
export function post(
  world: World,
  fields: Record<string, string>,
  more: { key?: string; headers?: Record<string, string>; path?: string } = {},
): Promise<Reply> {
  const form = new URLSearchParams({ api_key: neighbourKey, ...fields })
  return world.visitor.send('POST', more.path ?? '/open311/v2/requests.json', {
    body: form.toString(),
    key: more.key ?? null,
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8', ...more.headers },
  })
}

/** One request as JSON shows it. */
export interface Shown {
  readonly service_request_id: string
  readonly status: string
  readonly service_code: string
  readonly description: string | null
  readonly agency_responsible: string
  readonly requested_datetime: string
  readonly updated_datetime: string
  readonly expected_datetime: string | null
  readonly service_notice: string
  readonly address: string
  readonly lat: number | null
  readonly long: number | null
  readonly media_url: string | null
}

/** The requests that an address answers with. */
export async function listed(world: World, query = ''): Promise<readonly Shown[]> {
  const answer = await world.visitor.get(`/open311/v2/requests.json${query}`)
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}
