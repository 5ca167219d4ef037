import type { Context } from '#platform/context'
import type { Say } from '#platform/refusal'
import { type TraceWithWords, tracesOf } from '#mechanisms/flow'
import type { z } from 'zod'
import type { CaseMatter } from '../domain/moves/matter.ts'
import { alikeFacts, isQuietEnd } from '../domain/draw.ts'
import { type Held, holdingTogether } from '../domain/holding.ts'
import { plainSay } from '../domain/plain-words.ts'
import { moveSay, publicMoves, publicWords } from '../domain/timeline.ts'
import type { Answer, Step, TimelineRow } from '../http/views.ts'
import type { Names } from './names.ts'

/** The history of a case and its orders, oldest first. */
export function historyOf(ctx: Context, matter: CaseMatter): Promise<TraceWithWords[]> {
  return tracesOf(ctx, matter.noun.region, [matter.noun.id, ...matter.orders.map((order) => order.id)], matter.key)
}

const reporterSay: Say = { zh: '反映人', en: 'the reporter' }
const youSay: Say = { zh: '您', en: 'you' }
const systemSay: Say = { zh: '系统', en: 'the system' }

function photosIn(facts: Readonly<Record<string, unknown>>, url: (id: string) => string): { id: string; url: string }[] {
  const ids = facts['photos']
  return Array.isArray(ids) ? ids.map((id) => ({ id: String(id), url: url(String(id)) })) : []
}

/** Who did it, as people call it: an organisation and a role, never a person's name. */
function byOf(row: TraceWithWords, names: Names, lang: 'zh' | 'en'): { name: string; post: Say | null } {
  if (row.post === 'reporter') return { name: reporterSay[lang], post: null }
  const post = row.post === null ? null : names.post(row.post)
  if (post) return { name: post.name, post: post.role }
  return { name: systemSay[lang], post: null }
}

/** Every row, newest first, for those who handle the matter. */
export function timelineOf(rows: readonly TraceWithWords[], names: Names, lang: 'zh' | 'en'): z.infer<typeof TimelineRow>[] {
  return rows
    .filter((row) => !(row.actor_kind === 'system' && ['rework', 'extend'].includes(row.move) && row.noun === 'order') && !isQuietEnd(row))
    .map((row) => ({
      at: row.at,
      noun: row.noun,
      move: row.move,
      say: moveSay(row.noun, row.move),
      by: byOf(row, names, lang),
      words: { ...row.words },
      facts: alikeFacts(row.facts),
      photos: photosIn(row.facts, (id) => `/api/files/${id}`),
    }))
    .reverse()
}

/** What the reporter reads, oldest first: steps as of a parcel. */
export function stepsOf(
  rows: readonly TraceWithWords[],
  names: Names,
  lang: 'zh' | 'en',
  photoUrl: (id: string) => string,
): z.infer<typeof Step>[] {
  return rows
    .filter((row) => publicMoves.has(`${row.noun}.${row.move}`))
    .map((row) => ({
      at: row.at,
      move: row.move,
      say:
        plainSay(`${row.noun}.${row.move}`, typeof row.facts['lead'] === 'string' ? names.unitSay(row.facts['lead']) : null) ??
        moveSay(row.noun, row.move),
      by: row.post === 'reporter' ? youSay[lang] : byOf(row, names, lang).name,
      words: publicWords.has(`${row.noun}.${row.move}`) ? (row.words?.['words'] ?? null) : null,
      photos: photosIn(row.facts, photoUrl),
    }))
}

const outcomeSay: Readonly<Record<string, Say>> = {
  solved: { zh: '已解决', en: 'Solved' },
  explained: { zh: '已解释', en: 'Explained' },
  partly: { zh: '部分解决', en: 'Partly solved' },
  unsolvable: { zh: '暂无法解决', en: 'Cannot be solved for now' },
}

/** What units answered, the newest last. */
export function answersOf(rows: readonly TraceWithWords[], matter: CaseMatter, names: Names): z.infer<typeof Answer>[] {
  return rows
    .filter((row) => row.noun === 'order' && (row.move === 'feedback' || row.move === 'settledOnSpot'))
    .map((row) => {
      const order = matter.orders.find((one) => one.id === row.noun_id)
      const kind = String(row.facts['outcome'] ?? 'solved')
      const reviewAt = row.facts['reviewAt']
      return {
        unit: order ? names.unit(order.unit).name : '',
        kind,
        kindSay: outcomeSay[kind] ?? { zh: kind, en: kind },
        text: row.words?.['words'] ?? null,
        plan: row.words?.['plan'] ?? null,
        reviewAt: typeof reviewAt === 'string' ? reviewAt : null,
        at: row.at,
        lead: order?.lead ?? false,
      }
    })
}

/** To the reporter an answer is what the unit says, until the reporter has said. */
const claimSay: Readonly<Record<string, Say>> = {
  solved: { zh: '承办单位说解决了', en: 'The unit says it is done' },
  explained: { zh: '承办单位作了说明', en: 'The unit has explained' },
  partly: { zh: '承办单位说解决了一部分', en: 'The unit says part of it is done' },
  unsolvable: { zh: '承办单位说暂时解决不了', en: 'The unit says it cannot be done for now' },
}

/** An answer as it is told to the reporter: never as a fact. */
export function asClaimed(answer: z.infer<typeof Answer>): z.infer<typeof Answer> {
  return { ...answer, kindSay: claimSay[answer.kind] ?? answer.kindSay }
}

const deskSay: Say = { zh: '市民服务调度台', en: 'the city service desk' }
const holderSay: Readonly<Record<Held['kind'], Say>> = {
  desk: deskSay,
  unit: { zh: '承办单位', en: 'the unit' },
  reporter: { zh: '反映人', en: 'the reporter' },
  paused: { zh: '暂停计时', en: 'clock paused' },
  verifier: { zh: '核查人员', en: 'the verifier' },
}

/** Who held it how long, with names; `main` is the history of the matter with which it is one work. */
export function heldBy(
  rows: readonly TraceWithWords[],
  main: readonly TraceWithWords[],
  names: Names,
): { kind: Held['kind']; holder: Say; from: string; to: string | null }[] {
  return holdingTogether(rows, main).map((held) => {
    return { kind: held.kind, holder: held.unit === null ? holderSay[held.kind] : names.unitSay(held.unit), from: held.from, to: held.to }
  })
}

const asksReporter = ({ noun }: CaseMatter): boolean => noun.state === 'callback' || noun.state === 'waitingForReporter'

/** Who has it now, in words for anybody. */
export function holderNow(matter: CaseMatter, names: Names): Say {
  const { noun } = matter
  if (noun.state === 'open' && noun.lead_unit) return names.unitSay(noun.lead_unit)
  if (noun.state === 'verifying') return holderSay.verifier
  if (asksReporter(matter)) return youSay
  return deskSay
}

const unitSay: Say = { zh: '承办单位', en: 'the unit' }

/** Who has a report that is one work with the matter `there`: another reporter is never “you”. */
export function holderTogether(matter: CaseMatter, there: CaseMatter, names: Names): Say {
  if (matter.noun.state !== 'merged' || !asksReporter(there)) return holderNow(matter.noun.state === 'merged' ? there : matter, names)
  return there.noun.lead_unit ? names.unitSay(there.noun.lead_unit) : unitSay
}
