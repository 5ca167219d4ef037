import { type Actor, systemActor, visitor } from '#platform/context'
import { beginLife, type CaseLife, type Report, suggestedBy } from '#modules/cases'
import { suggestDispatch } from '#modules/directory'
import type { Ground } from './ground/index.ts'
import { hourMs, onPost, type Town } from './town.ts'

/** Who acts; `unit` is the one that holds the lead order. */
type Who = 'dispatcher' | 'adjudicator' | 'hotlineClerk' | 'unit' | 'system'

/** One step: hours before now, who, which move, what it says. */
type Step = readonly [hours: number, who: Who, move: string, input?: Record<string, unknown>]

interface Example {
  readonly text: string
  readonly category: string
  /** Hours before now. */
  readonly reported: number
  readonly by: 'resident' | 'phone' | 'anonymous'
  readonly steps: readonly Step[]
}

const dispatched = (hours: number): Step => [hours, 'dispatcher', 'dispatch']
const acknowledged = (hours: number): Step => [hours, 'unit', 'acknowledge']
const notOurs = { reason: 'notOurDuty', words: '经查不属于本单位养护范围，请核对权属。' }
const insist = { decision: 'insist', words: '目录明确由贵单位主办。' }
const solved = { kind: 'solved', words: '已到现场处理，请您看看。' }

const example = (text: string, category: string, reported: number, by: Example['by'], ...steps: Step[]): Example => ({
  text,
  category,
  reported,
  by,
  steps,
})

/** One matter for each that waits at a demonstration account: so that everybody finds something to do. All of it is invented. */
const examples: readonly Example[] = [
  example('楼前雨水篦子堵了，下雨就积水。', '21005', 2, 'resident'),
  example('早上停水到现在，没有通知。', '21001', 9, 'phone', dispatched(6)),
  example('暖气不热，室温只有 15 度，家里有老人。', '21004', 8, 'phone', dispatched(5)),
  example('屋面防水层翘起，雨水顺墙往下流。', '20007', 11, 'phone', dispatched(7)),
  example('污水井盖破了一半，很危险。', '01002', 10, 'phone', dispatched(6)),
  example('三单元楼道灯坏了，晚上看不见台阶。', '20003', 12, 'phone', dispatched(7)),
  example('小区路灯一整排不亮，已经一个星期。', '20004', 70, 'anonymous', dispatched(66), acknowledged(60), [
    8,
    'unit',
    'feedback',
    solved,
  ]),
  example(
    '顶楼下雨就漏，墙皮都掉了。',
    '20007',
    330,
    'phone',
    dispatched(320),
    acknowledged(310),
    [190, 'unit', 'feedback', solved],
    [20, 'system', 'reporterSilent'],
  ),
  example(
    '两栋楼之间的围墙裂了，怕倒。',
    '20007',
    40,
    'phone',
    dispatched(36),
    [30, 'unit', 'return', notOurs],
    [22, 'dispatcher', 'answerReturn', insist],
    [4, 'unit', 'object', notOurs],
  ),
  example('机动车停在人行道上，轮椅过不去。', '09009', 20, 'phone', dispatched(16), [3, 'unit', 'return', notOurs]),
  example('电梯运行时有异响，停了两次。', '20005', 50, 'phone', dispatched(46), acknowledged(44), [
    3,
    'unit',
    'askExtension',
    { until: 96, words: '配件要从厂家订货。' },
  ]),
  example('有人说夜里有怪声，说不清在哪儿。', '22001', 15, 'phone', [
    5,
    'hotlineClerk',
    'decline',
    { reason: 'noPlace', words: '没有可查的地点，请补充后再反映。' },
  ]),
  example('路面塌了一个坑，骑车的人摔过。', '24003', 290, 'phone', dispatched(285)),
  example('邻居老人一个人住，低保手续不会办。', '26003', 30, 'resident', dispatched(26), acknowledged(24), [
    4,
    'dispatcher',
    'askReporter',
    { words: '请告诉我们老人住几号楼几单元。', contact: 'phone' },
  ]),
]

class Desk {
  readonly #town: Town
  readonly #county: string

  constructor(town: Town, county: string) {
    this.#town = town
    this.#county = county
  }

  /** Who acts in this step. */
  actor(who: Who, life: CaseLife): Actor {
    if (who === 'system') return systemActor('demo')
    const office = who === 'adjudicator' ? 'justice' : 'centre'
    const post = who === 'unit' ? (life.orders.find((order) => order.lead)?.post ?? '') : `${who}:${this.#county}-${office}:${this.#county}`
    return onPost(post, this.#town.holders)
  }
}

/** What a step says, with the lead that the directory names and hours turned into moments. */
async function inputOf(town: Town, life: CaseLife, [, , move, input = {}]: Step): Promise<{ input: object; known: object }> {
  if (move === 'dispatch') {
    const { category, area, severity } = life.noun
    const found = await suggestDispatch(town.ctx, { category, area, severity })
    return { input: { lead: found.lead, support: found.support }, known: { suggested: suggestedBy(found) } }
  }
  const until = input['until']
  const dated = typeof until === 'number' ? { until: new Date(town.now.getTime() + until * hourMs).toISOString() } : {}
  return { input: { ...input, ...dated }, known: {} }
}

const ofOrder: ReadonlySet<string> = new Set(['acknowledge', 'return', 'answerReturn', 'object', 'feedback', 'askExtension'])

function reportOf(town: Town, { by, text, category }: Example, at: Ground['addresses'][number]): { actor: Actor; report: Report } {
  const place = { lon: at.point[0], lat: at.point[1], source: 'wgs84' as const, words: at.text }
  const base = { text: `${at.text}${text}`, category, place, channel: 'app' as const }
  const [resident] = town.residents
  if (by === 'resident' && resident)
    return { actor: { ...visitor, kind: 'resident', id: resident.id, subjectId: resident.subjectId }, report: base }
  const phone = `100${String(Math.floor(town.random() * 1e8)).padStart(8, '0')}`
  return { actor: visitor, report: { ...base, ...(by === 'anonymous' ? { anonymous: true } : { reporter: { phone } }) } }
}

/** Matters in the demonstration grid worker's grid that stand, now, at each of the desks. */
export async function waitingLives(town: Town, ground: Ground): Promise<CaseLife[]> {
  const grid = ground.areas.find((area) => area.level === 'grid')?.code ?? ''
  const addresses = ground.addresses.filter((address) => address.grid === grid)
  const desk = new Desk(town, grid.slice(0, 6))
  const lives: CaseLife[] = []
  for (const [index, one] of examples.entries()) {
    const address = addresses[index % addresses.length]
    if (!address) continue
    const { actor, report } = reportOf(town, one, address)
    const life = await beginLife({ ...town.ctx, actor, now: new Date(town.now.getTime() - one.reported * hourMs) }, report)
    for (const step of one.steps) {
      const [hours, who, move] = step
      const at = new Date(town.now.getTime() - hours * hourMs)
      const { input, known } = await inputOf(town, life, step)
      const order = life.orders.find((each) => each.lead)
      if (ofOrder.has(move) && order) life.moveOrder(at, desk.actor(who, life), order, move, input)
      else life.move(at, desk.actor(who, life), move, input, known)
    }
    lives.push(life)
  }
  return lives
}
