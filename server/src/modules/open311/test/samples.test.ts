import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { XMLParser } from 'fast-xml-parser'
import { beforeAll, describe, expect, it } from 'vitest'
import { world as makeWorld } from '../../../../test/world.ts'
import { post, type Shown, somewhere, welcome } from './neighbour.ts'

const shared = process.env['LINLI_SHARED'] ?? fileURLToPath(new URL('../../../../../../shared', import.meta.url))
const samples = `${shared}/data/requests/open311_samples/npm_open311_mocks`
const parser = new XMLParser({
  parseTagValue: false,
  isArray: (name) => ['service', 'request', 'attribute', 'endpoint', 'error', 'format'].includes(name),
})
const world = makeWorld()
let number = ''

beforeAll(async () => {
  await welcome(world)
  const { lon, lat } = await somewhere(world)
  const answer = await post(world, { service_code: '01001', lat: String(lat), long: String(lon) })
  number = (answer.body as readonly Shown[])[0]?.service_request_id ?? ''
})

/** The paths of all elements, such as `services/service/group`; what holds a list is one path. */
function paths(value: unknown, at = ''): Set<string> {
  if (Array.isArray(value)) return new Set(value.flatMap((one) => [...paths(one, at)]))
  if (value === null || typeof value !== 'object') return new Set([at])
  return new Set(Object.entries(value).flatMap(([key, one]) => (key.startsWith('?') ? [] : [...paths(one, `${at}/${key}`)])))
}

/** Paths of the sample that our answer to `path` lacks. */
async function missing(sample: string, path: string): Promise<string[]> {
  const text = readFileSync(`${samples}/${sample}`, 'utf8')
  const answer = await world.visitor.get(path)
  const ours = paths(sample.endsWith('.json') ? answer.body : parser.parse(answer.body as unknown as string))
  const theirs = paths(sample.endsWith('.json') ? JSON.parse(text) : parser.parse(text))
  return [...theirs].filter((one) => !ours.has(one) && ![...ours].some((own) => one.startsWith(`${own}/`)))
}

describe.skipIf(!existsSync(samples))('answers of real servers', () => {
  it('are there to compare with', () => {
    expect(readdirSync(samples)).toHaveLength(9)
  })

  it.each([
    ['discovery-boston.json', () => '/open311/v2/discovery.json'],
    ['discovery-boston.json', () => '/open311/discovery.json'],
    ['discovery-dc.xml', () => '/open311/v2/discovery.xml'],
    ['dc-services.xml', () => '/open311/v2/services.xml'],
    ['dc-services-S0301.xml', () => '/open311/v2/services/21007.xml'],
    ['service-request.xml', () => `/open311/v2/requests/${number}.xml`],
    ['service-requests.xml', () => '/open311/v2/requests.xml'],
    ['token.xml', () => `/open311/v2/tokens/${number}.xml`],
    ['boston-err-submitrequest-base_is_duplicate.xml', () => '/open311/v2/requests.xml?status=wrong'],
  ])('%s holds nothing that our answer lacks', async (sample, path) => {
    expect(await missing(sample, path())).toEqual([])
  })
})

describe('the whole catalogue', () => {
  it('has components, matters and livelihood matters, each once, in both languages', async () => {
    const answer = await world.visitor.get('/open311/v2/services.json')
    const services = answer.body as readonly {
      service_code: string
      service_name: string
      type: string
      group: string
      description: string
    }[]
    expect(new Set(services.map((one) => one.service_code)).size).toBe(services.length)
    expect(services.filter((one) => one.service_code.startsWith('C'))).toHaveLength(153)
    expect(services.filter((one) => /^(0[1-9]|10)\d{3}$/.test(one.service_code)).length).toBe(250)
    expect(services.length).toBeGreaterThan(153 + 250)
    expect(services.every((one) => one.type === 'realtime' && one.service_name && one.group && one.description)).toBe(true)
    const english = await world.visitor.get('/open311/v2/services.json', { headers: { 'accept-language': 'en' } })
    expect(JSON.stringify(english.body)).toContain('Gas leak')
  })

  it('defines each service, and none that does not exist', async () => {
    expect((await world.visitor.get('/open311/v2/services/01001.json')).body).toEqual({ service_code: '01001', attributes: [] })
    const gas = await world.visitor.get('/open311/v2/services/21007.json')
    expect(gas.body).toMatchObject({ attributes: [{ variable: false, required: false, description: expect.stringMatching(/119|110/) }] })
    for (const path of ['services/nothing.json', 'requests/999999-261123-00000-0.json', 'requests/nothing.json', 'tokens/nothing.json']) {
      const answer = await world.visitor.get(`/open311/v2/${path}`)
      expect([path, answer.status, answer.body]).toMatchObject([path, 404, [{ code: 404 }]])
    }
  })

  it('may be read from pages of any site', async () => {
    expect((await world.visitor.get('/open311/v2/services.json')).headers['access-control-allow-origin']).toBe('*')
  })
})
