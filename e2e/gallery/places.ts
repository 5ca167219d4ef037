import { randomUUID } from 'node:crypto'
import { as, type Hand, reported, visitor } from '../api.ts'
import { addressOf, type Page } from './pages.ts'

interface Items {
  readonly items: readonly Readonly<Record<string, string>>[]
}

/** A field of the first row that a list has for this person. */
const first =
  (path: string, field: string) =>
  async (hand: Hand): Promise<string> => {
    const value = (await hand.get<Items>(path)).items[0]?.[field]
    if (value === undefined) throw new Error(`${path} is empty: the demonstration should have a row`)
    return value
  }

/** The first row of one's own list, as the list writes it in the address. */
async function listed(hand: Hand): Promise<string> {
  const { noun, id, caseId } = (await hand.get<Items>('/api/worklist?limit=1')).items[0] ?? {}
  return `${noun}:${id}:${caseId}`
}

async function invitation(): Promise<string> {
  const security = await as('security')
  const signIn = `guest-${randomUUID().slice(0, 8)}`
  const made = await security.post<{ link: string }>('/api/accounts', { name: '新来的同事', signIn, area: '9909' })
  return made.link.replace(/^.*\/invitation\//, '')
}

async function followed(): Promise<string> {
  return (await reported('广场上的健身器材松了一个螺丝，晃得厉害。')).link
}

/** A resident’s own matter; he reports one where he has none. */
async function mine(hand: Hand): Promise<string> {
  const list = await hand.get<Items>('/api/my/cases?limit=1')
  return list.items[0]?.['id'] ?? Promise.reject(new Error('the demonstration resident has no matter'))
}

/** A building whose contacts are known. */
async function building(hand: Hand): Promise<string> {
  const { items } = await hand.get<{ items: { id: string; contacts: number }[] }>('/api/places/buildings?limit=200')
  return items.find((one) => one.contacts > 0)?.id ?? ''
}

async function week(hand: Hand): Promise<string> {
  const draws = await hand.get<{ now: string; periods: { period: string; startsAt: string }[] }>('/api/public/callback-draws')
  return draws.periods.find((one) => one.startsAt <= draws.now)?.period ?? ''
}

/** The demonstration's resident, as the register of people knows them. */
async function person(hand: Hand): Promise<string> {
  const found = await hand.post<Items>('/api/people/search', { by: 'phone', value: '10000000001', purpose: 'visit' })
  return found.items[0]?.['id'] ?? Promise.reject(new Error('the demonstration resident is not in the register'))
}

async function home(hand: Hand): Promise<string> {
  const me = await hand.get<{ posts: { area: { code: string } }[] }>('/api/me')
  return me.posts[0]?.area.code ?? ''
}

/** What stands for `:word` in an address; asked of the server as the person who opens the page. */
const fillings: Readonly<Record<string, (hand: Hand) => Promise<string>>> = {
  case: first('/api/cases?limit=1', 'id'),
  registered: first('/api/cases?state=submitted,registered&limit=1', 'id'),
  waiting: first('/api/worklist?limit=1', 'caseId'),
  component: first('/api/components?state=damaged,lost&limit=1', 'id'),
  plate: async () => first('/api/components?type=01037&limit=1', 'code')(await as('gridworker')),
  listed,
  shop: first('/api/places/small?limit=1', 'id'),
  building,
  mine,
  invitation,
  followed,
  week,
  person,
  doubt: first('/api/doubts?limit=1', 'id'),
  alarm: first('/api/alarms?state=open&limit=1', 'id'),
  device: first('/api/devices?kind=warmth&limit=1', 'id'),
  post: first('/api/posts?limit=1', 'id'),
  account: first('/api/accounts?q=housing&limit=1', 'id'),
  town: async () => (await home(await as('gridworker'))).slice(0, 9),
  community: async () => (await home(await as('gridworker'))).slice(0, 12),
  receipt: async () => 'gallery',
}

/** The address with every `:word` filled in. */
export async function placeOf(page: Page): Promise<string> {
  const hand = page.account === undefined ? visitor() : await as(page.account)
  let address = addressOf(page)
  for (const [whole, word = ''] of address.matchAll(/:([a-z]+)/g)) address = address.replace(whole, await (fillings[word]?.(hand) ?? word))
  return address
}
