import { parse } from 'csv-parse/sync'
import { likely, likeness, together, type Prepared, prepared, slight, weighing } from '#modules/cases'
import { topicsOf } from '#modules/catalogue'
import { readSource } from './source.ts'

/** What people labelled by reading the messages: numbers of messages only. `unsure` pairs count neither way. */
export interface Truth {
  readonly same: readonly (readonly number[])[]
  readonly unsure: readonly (readonly number[])[]
  readonly different: readonly (readonly number[])[]
}

/** n of of. */
export interface Share {
  readonly n: number
  readonly of: number
}

/** How much of what was found is right, and how much of what is right was found. */
export interface Rate {
  /** Reports that were put to an earlier one, and are of one matter with it. */
  readonly right: Share
  /** Repeating reports that were put to an earlier one of their own matter. */
  readonly found: Share
}

/** What the scoring finds in the real messages, and how much of it is right. */
export interface RepeatMeasure extends Rate {
  readonly messages: number
  readonly groups: readonly (readonly number[])[]
  /** The half that weights and threshold were chosen on: groups whose smallest number is even, and of other messages the even ones. */
  readonly chosenOn: Rate
  /** The half that neither was chosen on. */
  readonly heldOut: Rate
  /** Pairs within the groups found that are labelled the same; pairs labelled the same that lie in one group found. */
  readonly pairsRight: Share
  readonly pairsFound: Share
  /** Near misses, read and labelled as different, that were kept apart. */
  readonly keptApart: Share
}

interface Row {
  readonly id: string
  readonly subject: string
  readonly detail: string
  readonly reported_at: string
}

interface Message {
  readonly number: number
  readonly made: Prepared
}

/** Pairs rarer than one report in fifty lead to candidates; sixty a report at most, as the city's search does. */
const rarePart = 0.02
const candidatesKept = 60

const keyOf = (a: number, b: number): string => (a < b ? `${a}|${b}` : `${b}|${a}`)

function pairKeys(groups: readonly (readonly number[])[]): Set<string> {
  return new Set(groups.flatMap((group) => group.flatMap((a, i) => group.slice(i + 1).map((b) => keyOf(a, b)))))
}

/** The messages in the order in which they came, and the weighing that their own words give. */
export function readMessages(shared: string): { messages: Message[]; weigh: ReturnType<typeof weighing> } {
  const rows: Row[] = parse(readSource(shared, 'repeats'), { columns: true, bom: true })
  const tellings = rows
    .map((row) => ({
      number: Number(row.id),
      title: row.subject,
      text: row.detail,
      lon: null,
      lat: null,
      category: null,
      topics: topicsOf(`${row.subject}。${row.detail}`),
      at: new Date(
        `${row.reported_at
          .trim()
          .replaceAll('/', '-')
          .replace(/-(\d)(?=[- ])/g, '-0$1')
          .replace(/-(\d)(?=[- ])/g, '-0$1')
          .slice(0, 10)}T00:00:00Z`,
      ),
    }))
    .sort((a, b) => a.at.getTime() - b.at.getTime() || a.number - b.number)
  const counts = new Map<string, number>()
  for (const one of tellings) for (const gram of prepared(one, () => 1).all) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  const weigh = weighing(counts, tellings.length)
  return { messages: tellings.map((one) => ({ number: one.number, made: prepared(one, weigh) })), weigh }
}

/** The earlier messages that share the most characteristic pairs with each, never all of them. */
function* candidates(messages: readonly Message[], weigh: (gram: string) => number): Generator<[Message, Message[]]> {
  const holders = new Map<string, number[]>()
  for (const [at, message] of messages.entries()) {
    const weight = new Map<number, number>()
    for (const gram of message.made.all) {
      const known = holders.get(gram)
      if (!known) holders.set(gram, [at])
      else {
        if (known.length < messages.length * rarePart) for (const one of known) weight.set(one, (weight.get(one) ?? 0) + weigh(gram))
        known.push(at)
      }
    }
    const best = [...weight].sort(([, a], [, b]) => b - a).slice(0, candidatesKept)
    yield [message, best.flatMap(([one]) => messages[one] ?? [])]
  }
}

interface Join {
  readonly number: number
  readonly to: number
}

/** What one message was compared with: earlier messages and how alike they are, as far as worth a look. */
export interface Compared {
  readonly number: number
  readonly alike: readonly { readonly to: number; readonly score: number }[]
}

/** Compares every message with its candidates. */
export function compareAll(messages: readonly Message[], weigh: (gram: string) => number): Compared[] {
  return [...candidates(messages, weigh)].map(([message, others]) => ({
    number: message.number,
    alike: others
      .map((other) => ({ to: other.number, score: likeness(message.made, other.made, weigh).score }))
      .filter(({ score }) => score >= slight),
  }))
}

/** Puts each message to the earlier matter that it is most like, where that is likely enough; reports of one matter speak together. */
export function joins(compared: readonly Compared[], from: number): Join[] {
  const found: Join[] = []
  const mains = new Map<number, number>()
  for (const { number, alike } of compared) {
    const matters = new Map<number, { scores: number[]; to: number }>()
    for (const { to, score } of [...alike].sort((x, y) => y.score - x.score)) {
      const main = mains.get(to) ?? to
      const known = matters.get(main)
      if (known) known.scores.push(score)
      else matters.set(main, { scores: [score], to })
    }
    const [best] = [...matters].map(([main, { scores, to }]) => ({ main, to, score: together(scores) })).sort((x, y) => y.score - x.score)
    if (!best || best.score < from) continue
    found.push({ number, to: best.to })
    mains.set(number, best.main)
  }
  return found
}

function groupsOf(found: readonly Join[]): number[][] {
  const groups = new Map<number, number[]>()
  for (const { number, to } of found) {
    const group = groups.get(to) ?? [to]
    group.push(number)
    groups.set(number, group)
    groups.set(to, group)
  }
  return [...new Set(groups.values())]
}

/** Says of a message whether it belongs to the half on which weights and threshold were chosen. */
function chosenHalf(truth: Truth): (number: number) => boolean {
  const smallest = new Map(truth.same.flatMap((group) => group.map((number) => [number, Math.min(...group)] as const)))
  return (number) => (smallest.get(number) ?? number) % 2 === 0
}

function rateOf(counted: readonly Join[], right: readonly Join[], repeating: readonly number[], within: (number: number) => boolean): Rate {
  const joined = new Set(right.map((one) => one.number))
  const asked = repeating.filter(within)
  return {
    right: { n: right.filter(({ number }) => within(number)).length, of: counted.filter(({ number }) => within(number)).length },
    found: { n: asked.filter((number) => joined.has(number)).length, of: asked.length },
  }
}

/** Counts what was found against what people labelled. */
export function measured(messages: readonly Message[], found: readonly Join[], truth: Truth): RepeatMeasure {
  const same = pairKeys(truth.same)
  const unsure = pairKeys(truth.unsure)
  const counted = found.filter(({ number, to }) => !unsure.has(keyOf(number, to)))
  const right = counted.filter(({ number, to }) => same.has(keyOf(number, to)))
  const order = new Map(messages.map((one, at) => [one.number, at]))
  const firsts = new Set(truth.same.map((group) => [...group].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))[0]))
  const repeating = truth.same.flat().filter((number) => !firsts.has(number))
  const chosen = chosenHalf(truth)
  const groups = groupsOf(found)
  const together = pairKeys(groups)
  const within = [...together].filter((pair) => !unsure.has(pair))
  const apart = [...pairKeys(truth.different)]
  return {
    messages: messages.length,
    groups,
    ...rateOf(counted, right, repeating, () => true),
    chosenOn: rateOf(counted, right, repeating, chosen),
    heldOut: rateOf(counted, right, repeating, (number) => !chosen(number)),
    pairsRight: { n: within.filter((pair) => same.has(pair)).length, of: within.length },
    pairsFound: { n: [...same].filter((pair) => together.has(pair)).length, of: same.size },
    keptApart: { n: apart.filter((pair) => !together.has(pair)).length, of: apart.length },
  }
}

/** Runs the scoring of the city over all messages of the file, in the order in which they came. */
export function measureRepeats(shared: string, truth: Truth, from: number = likely): RepeatMeasure {
  const { messages, weigh } = readMessages(shared)
  return measured(messages, joins(compareAll(messages, weigh), from), truth)
}
