import type { SeedPlaces } from '#modules/places'
import { type Ground, type Prng, prng } from './ground/index.ts'
import { demoRegisters, inventedName } from './registers.ts'

type Building = SeedPlaces['buildings'][number]
type SmallPlace = SeedPlaces['smallPlaces'][number]

const scope = (code: string): string => code.replace(/(000)+$/, '')

/** Compounds whose first building has its dwellings entered, and of these those that have contacts. */
const entered = { dwellings: 24, contacts: 6 }

/** What a small place of each kind may be called. */
const signs: Readonly<Record<string, readonly string[]>> = {
  smallRestaurant: ['面馆', '饺子馆', '早餐铺'],
  smallShop: ['便利店', '文具店', '粮油店'],
  smallHotel: ['旅馆', '客栈'],
  smallBathBeauty: ['理发店', '浴池'],
  smallHospital: ['诊所', '卫生室'],
  smallSchool: ['幼儿园', '托管班'],
  smallNetBar: ['网吧'],
  smallWorkshop: ['豆腐坊', '裁缝铺'],
  smallEntertainment: ['歌厅'],
}

const tenures = ['owner', 'owner', 'owner', 'rented', 'rented', 'vacant', 'unknown'] as const

/** Two entrances of five floors with two rooms each. */
function roomsOf(random: Prng): Building['dwellings'] {
  return ['1', '2'].flatMap((entrance) =>
    Array.from({ length: 10 }, (_, n) => {
      const floor = Math.floor(n / 2) + 1
      return { entrance, floor, room: `${floor}0${(n % 2) + 1}`, tenure: random.pick(tenures) }
    }),
  )
}

/** The head of a building, and who hears of a burst pipe from them; nobody is called so, and the phones are no numbers. */
function contactsOf(n: number): Building['contacts'] {
  return (['head', 'owner', 'tenant', 'shop'] as const).map((role, at) => ({
    role,
    name: inventedName(500 + n * 4 + at),
    phone: `100${String(50_000_000 + n * 4 + at)}`,
  }))
}

/** Places of the demonstration, from its seed: buildings of the compounds that are registered, and some hundred small places, not all of them looked at. */
export function demoPlaces(ground: Ground, now: Date): SeedPlaces {
  const random = prng(ground.seed).branch('places')
  const points = new Map(ground.places.map((place) => [`${place.area} ${place.name}`, place.point]))
  const { compounds } = demoRegisters(ground)
  const streets = ground.addresses.map((one) => one.street)
  const day = (ago: number): string => new Date(now.getTime() - ago * 86_400_000).toISOString().slice(0, 10)
  const buildings = compounds.flatMap((compound, n): Building[] => {
    const grid = ground.areas.find((area) => scope(area.code) === compound.area)
    const [lon = 0, lat = 0] = points.get(`${grid?.code} ${compound.name}`) ?? []
    return [1, 2, 3].map((number) => ({
      area: compound.area,
      compound: compound.id,
      address: `${compound.name}${number}号楼`,
      usage: number === 3 ? 'mixed' : 'residential',
      floors: 5,
      built: compound.built,
      point: [lon + number * 0.0003, lat],
      dwellings: number === 1 && n < entered.dwellings ? roomsOf(random) : [],
      contacts: number === 1 && n < entered.contacts ? contactsOf(n) : [],
    }))
  })
  const kinds = Object.keys(signs)
  const smallPlaces = compounds.flatMap(({ area, name }, n): SmallPlace[] => {
    const at = buildings[n * 3]?.point ?? [0, 0]
    return Array.from({ length: 4 }, (_, m) => {
      const kind = kinds[Math.floor(kinds.length * random.next() ** 1.6)] ?? 'smallShop'
      return {
        area,
        kind,
        name: `${name.replace(/(小区|花园|家园|苑|新村)$/, '')}${random.pick(signs[kind] ?? [])}（演示）`,
        address: `${random.pick(streets)}${random.whole(1, 180)}号`,
        inspectedOn: random.next() < 0.15 ? null : day(random.whole(1, 120)),
        point: [at[0] + 0.0002 * m, at[1] + 0.0004],
      }
    })
  })
  return { buildings, smallPlaces }
}
