import type { Context } from '#platform/context'
import { enterSpare, type Seeded, seedComponents } from '#modules/components'
import { type Ground, type Prng, prng } from './ground/index.ts'

/** Grids whose components are registered, from the first; a larger city is no slower to begin. */
const kept = 48

/** What stands along a street, how often, and whose it is. */
const kinds = [
  { type: '01037', word: '路灯', often: 5, body: 'lamps' },
  { type: '01002', word: '污水井盖', often: 3, body: 'drains' },
  { type: '01003', word: '雨水井盖', often: 2, body: 'drains' },
  { type: '01030', word: '电线杆', often: 3, body: 'power' },
  { type: '01054', word: '充电桩', often: 1, body: 'power' },
  { type: '03005', word: '垃圾箱', often: 3, body: 'clean' },
  { type: '04002', word: '行道树', often: 3, body: 'parks' },
  { type: '04007', word: '街头座椅', often: 1, body: 'parks' },
  { type: '01013', word: '消火栓', often: 1, body: 'water' },
] as const

const bodies = {
  lamps: { owner: '演示城市管理局', keeper: '演示路灯管理所', phone: '0000-8210001' },
  drains: { owner: '演示城市管理局', keeper: '演示排水管理处', phone: '0000-8210002' },
  power: { owner: '演示供电公司', keeper: '', phone: '0000-8210003' },
  clean: { owner: '演示城市管理局', keeper: '演示环卫中心', phone: '0000-8210004' },
  parks: { owner: '演示园林绿化中心', keeper: '', phone: '0000-8210005' },
  water: { owner: '演示自来水公司', keeper: '', phone: '0000-8210006' },
} as const

const spares = [
  { type: '01037', name: 'LED 灯头', store: '演示路灯管理所仓库', quantity: 26, enough: 20 },
  { type: '01002', name: '重型井盖 700 mm', store: '演示排水管理处料场', quantity: 3, enough: 8 },
  { type: '03005', name: '240 升垃圾桶', store: '演示环卫中心仓库', quantity: 40, enough: 30 },
] as const

type Address = Ground['addresses'][number]

/** Metres around a point, in degrees. */
function beside([lon, lat]: Address['point'], random: Prng): readonly [number, number] {
  return [lon + (random.next() - 0.5) * 0.0012, lat + (random.next() - 0.5) * 0.0009]
}

function stateOf(random: Prng): string {
  const draw = random.next()
  return draw < 0.94 ? '完好' : draw < 0.98 ? '破损' : draw < 0.99 ? '丢失' : '废弃'
}

function ofAddress(address: Address, at: number, random: Prng): Seeded[] {
  const bag = kinds.flatMap((kind) => Array.from({ length: kind.often }, () => kind))
  const kind = random.pick(bag)
  const [lon, lat] = beside(address.point, random)
  return [
    {
      originId: `thing-${at}`,
      type: kind.type,
      name: `${address.street}${kind.word}${String(at).padStart(3, '0')}`.slice(0, 30),
      placeWords: address.home ? '' : address.text,
      state: stateOf(random),
      since: `20${random.whole(12, 25)}-0${random.whole(1, 9)}-1${random.whole(0, 9)}`,
      dataOrigin: '实测',
      lon: String(lon),
      lat: String(lat),
      ...bodies[kind.body],
    },
  ]
}

/** The bins of households in the first grid (000-85), each with the code of its door. */
function binsOf(addresses: readonly Address[], random: Prng): Seeded[] {
  return addresses
    .filter((address) => address.home)
    .map((address, at) => {
      const [lon, lat] = beside(address.point, random)
      return {
        originId: `bin-${at}`,
        type: '03005',
        name: '入户垃圾桶',
        dwelling: `${address.grid}-${at + 1}`,
        lon: String(lon),
        lat: String(lat),
        ...bodies.clean,
      }
    })
}

/** A flower belt along the street of each community's first address (000-84). */
function beltOf(address: Address, at: number): Seeded {
  const [lon, lat] = address.point
  const line = [0, 1, 2, 3].map((step) => `${lon + step * 0.0011 - 0.0016} ${lat + (step % 2) * 0.0002}`)
  return {
    originId: `belt-${at}`,
    type: '04005',
    name: `${address.street}花卉带`,
    placeWords: `${address.street}两侧`,
    line: `LINESTRING(${line.join(', ')})`,
    ...bodies.parks,
  }
}

/** A few hundred components of the invented city, from its seed: what stands along its streets, households' bins, flower belts. */
export async function keepComponents(ctx: Context, ground: Ground): Promise<void> {
  const random = prng(ground.seed).branch('components')
  const grids = [...new Set(ground.addresses.map((address) => address.grid))].slice(0, kept)
  const wanted = new Set(grids)
  const addresses = ground.addresses.filter((address) => wanted.has(address.grid))
  const first = addresses.filter((address) => address.grid === grids[0])
  const firsts = [...new Map(addresses.map((address) => [address.grid.slice(0, 12), address])).values()]
  await seedComponents(ctx, [
    ...addresses.flatMap((address, at) => ofAddress(address, at, random)),
    ...binsOf(first, random),
    ...firsts.map((address, at) => beltOf(address, at)),
  ])
  const county = (grids[0] ?? '').slice(0, 6)
  for (const spare of spares) await enterSpare(ctx, { area: county, ...spare })
}
