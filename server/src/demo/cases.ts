import { type Actor, type Context, systemActor, visitor } from '#platform/context'
import { beginLife, type CaseLife, inventDraw, type Report, recordLives, suggestedBy } from '#modules/cases'
import { suggestDispatch } from '#modules/directory'
import { directory } from '#modules/orgs'
import { type Ground, type GroundAddress, prng, type Scale } from './ground/index.ts'
import { happyWords, stories, type Story, unhappyWords } from './stories.ts'
import { hourMs, onPost, type Town } from './town.ts'
import { waitingLives } from './waiting.ts'

/** How many matters each scale has, and over how many days. */
export const caseCounts: Readonly<Record<Scale, { readonly cases: number; readonly days: number }>> = {
  small: { cases: 240, days: 45 },
  city: { cases: 104_000, days: 365 },
  big: { cases: 1_000_000, days: 730 },
}

const batch = 100

type Chance = Town['random']

function pick<T>(random: Chance, of: readonly T[]): T {
  return of[Math.floor(random() * of.length)] as T
}

interface Told {
  readonly actor: Actor
  readonly report: Report
}

/** Who reports, and how: by app, phone, a grid worker, anonymously. */
function reportOf(town: Town, { text, category }: Story, address: GroundAddress): Told {
  const { random } = town
  const where = { place: { lon: address.point[0], lat: address.point[1], source: 'wgs84' as const, words: address.text } }
  const base = { text: text.replace('{at}', address.text), category, ...where }
  const phone = `100${String(Math.floor(random() * 1e8)).padStart(8, '0')}`
  const kind = random()
  const resident = town.residents[kind < 0.04 ? 0 : 1]
  if (kind < 0.08 && resident)
    return { actor: { ...visitor, kind: 'resident', id: resident.id, subjectId: resident.subjectId }, report: { ...base, channel: 'app' } }
  if (kind < 0.5) return { actor: visitor, report: { ...base, channel: 'app', reporter: { phone } } }
  if (kind < 0.6) return { actor: visitor, report: { ...base, channel: 'app', anonymous: true } }
  const grid = onPost(`gridWorker:${address.grid.slice(0, 12)}:${address.grid}`, town.holders)
  if (kind < 0.75) return { actor: grid, report: { ...base, channel: 'gridWorker' } }
  const channel = kind < 0.9 ? 'phone' : kind < 0.96 ? 'visit' : 'paper'
  const desk = onPost(`communityDesk:${address.grid.slice(0, 12)}:${address.grid.slice(0, 12)}`, town.holders)
  return { actor: desk, report: { ...base, channel, registered: true, reporter: { name: '演示居民', phone } } }
}

/** Goes on until the next step would lie in the future. */
class Clock {
  at: number
  readonly #now: number
  readonly #random: Chance

  constructor(at: number, now: number, random: Chance) {
    this.at = at
    this.#now = now
    this.#random = random
  }

  /** Between `from` and `to` hours later; null when that is still to come. */
  later(from: number, to: number): Date | null {
    this.at += (from + this.#random() * (to - from)) * hourMs
    return this.at < this.#now ? new Date(this.at) : null
  }
}

async function dispatch(town: Town, life: CaseLife, at: Date): Promise<void> {
  const { noun } = life
  const units = await directory(town.ctx)
  const found = await suggestDispatch(town.ctx, { category: noun.category, area: noun.area, severity: noun.severity })
  const desk = units.deskFor('dispatcher', noun.area)
  const sent = { lead: found.lead, support: found.support }
  if (found.lead && desk) life.move(at, onPost(desk, town.holders), 'dispatch', sent, { suggested: suggestedBy(found) })
}

/** A unit that does not agree: returns, objects, is ruled on. True when the matter stays where it is for now. */
function disagree(town: Town, life: CaseLife, clock: Clock, post: string): boolean {
  const unit = onPost(post, town.holders)
  const desk = (role: string) =>
    onPost(`${role}:${life.noun.region}-${role === 'adjudicator' ? 'justice' : 'centre'}:${life.noun.region}`, town.holders)
  const act = (from: number, to: number, actor: Actor, name: string, input: unknown): boolean => {
    const at = clock.later(from, to)
    const order = life.orders.find((one) => one.lead && one.state !== 'withdrawn')
    if (at && order) life.moveOrder(at, actor, order, name, input)
    return at !== null
  }
  const reason = { reason: 'notOurDuty', words: '经查不属于本单位养护范围，请核对权属。' }
  if (
    !act(1, 10, unit, 'return', reason) ||
    !act(2, 20, desk('dispatcher'), 'answerReturn', { decision: 'insist', words: '目录明确由贵单位主办。' })
  )
    return true
  if (town.random() < 0.5) return !act(0.5, 8, unit, 'acknowledge', {})
  if (
    !act(1, 10, unit, 'object', reason) ||
    !act(2, 22, desk('adjudicator'), 'rule', { decision: 'insist', words: '按三定规定由贵单位办理。' })
  )
    return true
  return !act(0.5, 6, unit, 'acknowledge', {})
}

function handle(town: Town, life: CaseLife, clock: Clock, story: Story): boolean {
  const { random } = town
  const order = (): CaseLife['orders'][number] | undefined => life.orders.find((one) => one.lead && one.state !== 'withdrawn')
  const first = order()
  const seen = clock.later(0.5, 20)
  if (!first || !seen) return false
  const unit = onPost(first.post, town.holders)
  if (random() < 0.02) return false // nobody moves: a supervisor will see it
  if (!first.returned && random() < 0.08) {
    if (disagree(town, life, clock, first.post)) return false
  } else life.moveOrder(seen, unit, first, 'acknowledge')
  if (random() < 0.3) {
    const noted = clock.later(2, 20)
    const present = order()
    if (!noted || !present) return false
    life.moveOrder(noted, unit, present, 'handle', { words: '已到现场查看，正在安排。' })
  }
  const done = clock.later(6, 110)
  const present = order()
  if (!done || !present) return false
  const roll = random()
  const kind = roll < 0.78 ? 'solved' : roll < 0.88 ? 'explained' : roll < 0.96 ? 'partly' : 'unsolvable'
  const more =
    kind === 'unsolvable'
      ? { plan: '列入老旧管网改造计划，改造前加强巡查。', reviewAt: new Date(done.getTime() + 60 * 24 * hourMs).toISOString() }
      : {}
  life.moveOrder(done, unit, present, 'feedback', { kind, words: story.done, ...more })
  return true
}

function conclude(town: Town, life: CaseLife, clock: Clock): void {
  const { random } = town
  const { noun } = life
  if (noun.state === 'verifying') {
    const at = clock.later(4, 60)
    const post = `gridWorker:${noun.area.slice(0, 12)}:${noun.area}`
    if (at)
      life.move(at, { ...onPost(post, town.holders), id: `demo:verifier:${noun.area}:${noun.reopened}` }, 'verify', {
        solved: random() < 0.9 ? 'yes' : 'no',
        words: '到现场看过。',
      })
    return
  }
  if (noun.state !== 'callback') return
  if (random() < 0.55) {
    const at = clock.later(2, 120)
    const happy = random() < 0.82
    const reporter: Actor = { ...visitor, link: { noun: 'case', id: noun.id } }
    if (at)
      life.move(at, reporter, 'say', {
        solved: happy ? 'yes' : 'no',
        satisfied: happy ? (random() < 0.6 ? 5 : 4) : 2,
        words: pick(random, happy ? happyWords : unhappyWords),
      })
    return
  }
  const silent = clock.later(7 * 24, 7 * 24)
  if (!silent) return
  life.move(silent, systemActor('demo'), 'reporterSilent')
  const called = clock.later(4, 40)
  const quiet = life.quietUntil
  if (quiet) {
    if (quiet < town.now) life.move(quiet, systemActor('demo'), 'notDrawn')
    return
  }
  const agent = onPost(`callbackAgent:${noun.region}-centre:${noun.region}`, town.holders)
  if (called) life.move(called, agent, 'callBack', random() < 0.6 ? { contacted: true, solved: 'yes', satisfied: 4 } : { contacted: false })
}

async function live(town: Town, address: GroundAddress, reportedAt: number): Promise<CaseLife> {
  const { ctx, random } = town
  const told = pick(random, stories)
  const { actor, report } = reportOf(town, told, address)
  const life = await beginLife({ ...ctx, actor, now: new Date(reportedAt) }, report)
  const clock = new Clock(reportedAt, town.now.getTime(), random)
  const sent = clock.later(0.2, 18)
  if (!sent) return life
  await dispatch(town, life, sent)
  while (life.noun.state === 'open' && handle(town, life, clock, told)) conclude(town, life, clock)
  return life
}

/** Writes the demonstration's matters: the same for the same seed and day, decided by the ordinary rules. */
export async function seedCases(ctx: Context, ground: Ground, who: Pick<Town, 'holders' | 'residents'>): Promise<number> {
  const { cases, days } = caseCounts[ground.scale]
  const source = prng(ground.seed + 7)
  const random: Chance = () => source.next()
  const town: Town = { ctx, now: ctx.now, random, ...who }
  const counties = ground.areas.filter((area) => area.level === 'county')
  await inventDraw(ctx, Math.ceil(days / 7), { scope: (counties[1] ?? counties[0])?.code.slice(0, 6) ?? '', percent: 50 })
  let lives = await waitingLives(town, ground)
  const others = cases - lives.length
  for (let n = 0; n < others; n++) {
    const reportedAt = ctx.now.getTime() - (others - n - random()) * ((days * 24 * hourMs) / others)
    lives.push(await live(town, pick(random, ground.addresses), Math.min(reportedAt, ctx.now.getTime() - 60_000)))
    if (lives.length < batch && n < others - 1) continue
    await recordLives(ctx, lives)
    lives = []
  }
  return cases
}
