import type { Noun } from '#mechanisms/flow'
import type { Tally } from '#mechanisms/metric'

/** How a matter came in; each is equal to the app (004-11). */
export const channels = ['app', 'gridWorker', 'phone', 'visit', 'paper', 'proxy', 'import', 'open311', 'device'] as const
export type Channel = (typeof channels)[number]

/** 小事靠物业、大事靠社区、难事共同解决 (000-04) */
export const severities = ['small', 'large', 'joint'] as const
export type Severity = (typeof severities)[number]

/** The four honest kinds of feedback (rules.md section 4). */
export const outcomes = ['solved', 'explained', 'partly', 'unsolvable'] as const
export type Outcome = (typeof outcomes)[number]

/** What the reporter or an independent verifier says; `none` is in the base of every rate and never counts as solved. */
export const verdicts = ['yes', 'partly', 'no', 'none'] as const
export type Verdict = (typeof verdicts)[number]

/** Ways that the law keeps for matters which are not for this loop. */
export const lawfulChannels = ['litigation', 'arbitration', 'review', 'petition', 'disclosure', 'discipline', 'police'] as const
export type LawfulChannel = (typeof lawfulChannels)[number]

/** Who called the emergency service, when and whom; without it nothing is shown as handed over. */
export interface EmergencyRecord {
  readonly service: '110' | '119' | '120' | '122'
  readonly calledAt: string
  readonly calledBy: string
}

/** 诉求: one matter of one reporter, from the report to the verdict. */
export interface Case extends Noun {
  readonly number: string
  readonly channel: Channel
  readonly title: string
  /** Phones and identity numbers masked; the original lies sealed in `text_sealed` when they differ. */
  readonly text: string
  readonly text_sealed: Uint8Array | null
  /** Pairs of characters of text and place, for search. */
  readonly grams: readonly string[]
  readonly category: string
  readonly severity: Severity
  readonly emergency: boolean
  readonly emergency_record: EmergencyRecord | null
  readonly lon: number | null
  readonly lat: number | null
  /** Datum in which the place came in; stored is WGS-84. */
  readonly datum: 'wgs84' | 'gcj02' | 'bd09' | null
  readonly place_words: string | null
  readonly photos: readonly string[]
  /** The person in the vault with whose key the words are sealed. */
  readonly subject_region: string
  readonly subject_id: string
  readonly reporter_account: string | null
  readonly has_phone: boolean
  readonly anonymous: boolean
  readonly code_hash: Uint8Array
  readonly last4_hash: Uint8Array | null
  readonly reported_at: string | Date
  readonly dispatched_at: string | Date | null
  readonly fed_back_at: string | Date | null
  readonly closed_at: string | Date | null
  /** Unit id of the lead, once dispatched. */
  readonly lead_unit: string | null
  readonly orders_open: number
  readonly outcome: Outcome | null
  readonly verdict: Verdict | null
  /** 1 very dissatisfied … 5 very satisfied */
  readonly satisfaction: number | null
  readonly contacted: boolean | null
  readonly reopened: number
  /** The reporter's seven days are over without a word. */
  readonly reporter_silent: boolean
  /** The week of the draw in which the silent matter took part, and the share that held; null: no draw, everybody is called. */
  readonly callback_period: string | null
  readonly callback_percent: number | null
  /** Counted working days already spent waiting for the reporter. */
  readonly waited_days: number
  readonly waiting_since: string | Date | null
  /** The state to which waiting, or a proposed decline, goes back. */
  readonly back_to: string | null
  readonly review_at: string | Date | null
  readonly supervised: 'yellow' | 'red' | null
  readonly reminded: number
  readonly escalated: boolean
  /** Account that proposed to decline; another must confirm. */
  readonly decline_by: string | null
  readonly lawful_channel: LawfulChannel | null
  /** The case in which it goes on: merged into, or transferred to. */
  readonly continued_in: string | null
  /** How many reports are merged into this one directly; written with every merge, so that a merge and an answer at once are decided one after the other. */
  readonly joined: number
  /** The number of the matter that the reporter says is the same. */
  readonly said_same: string | null
  readonly transferred_to: string | null
  /** Accounts that took part in handling: none of them may verify or call back. */
  readonly handlers: readonly string[]
  /** Text and photos may be shown to the public (Open311). */
  readonly released: boolean
  readonly origin: string | null
  readonly origin_id: string | null
  /** What it counts as in the figures; null while it is not counted yet. */
  readonly tally: Tally | null
}

/** True when there is somebody who can be asked whether it was solved. */
export function hasReporter(noun: Case): boolean {
  return !noun.anonymous && (noun.reporter_account !== null || noun.has_phone)
}

/** The first words of a report, for lists: up to the first stop or 40 characters. */
export function titleOf(text: string): string {
  const first = text.trim().split(/[。！？!?\n]/)[0] ?? ''
  const line = (first.trim() || text.trim()).replace(/\s+/g, ' ')
  return [...line].length > 40 ? `${[...line].slice(0, 39).join('')}…` : line
}

type Untouched =
  | 'version'
  | 'clocks'
  | 'tick_at'
  | 'due_at'
  | 'emergency_record'
  | 'dispatched_at'
  | 'fed_back_at'
  | 'closed_at'
  | 'lead_unit'
  | 'orders_open'
  | 'outcome'
  | 'verdict'
  | 'satisfaction'
  | 'contacted'
  | 'reopened'
  | 'reporter_silent'
  | 'callback_period'
  | 'callback_percent'
  | 'waited_days'
  | 'waiting_since'
  | 'back_to'
  | 'review_at'
  | 'supervised'
  | 'reminded'
  | 'escalated'
  | 'decline_by'
  | 'lawful_channel'
  | 'continued_in'
  | 'joined'
  | 'said_same'
  | 'transferred_to'
  | 'handlers'
  | 'released'
  | 'tally'

/** Everything about a case that only handling changes, as it is before anybody has touched it. */
export const untouched: Pick<Case, Untouched> = {
  version: 1,
  clocks: [],
  tick_at: null,
  due_at: null,
  emergency_record: null,
  dispatched_at: null,
  fed_back_at: null,
  closed_at: null,
  lead_unit: null,
  orders_open: 0,
  outcome: null,
  verdict: null,
  satisfaction: null,
  contacted: null,
  reopened: 0,
  reporter_silent: false,
  callback_period: null,
  callback_percent: null,
  waited_days: 0,
  waiting_since: null,
  back_to: null,
  review_at: null,
  supervised: null,
  reminded: 0,
  escalated: false,
  decline_by: null,
  lawful_channel: null,
  continued_in: null,
  joined: 0,
  said_same: null,
  transferred_to: null,
  handlers: [],
  released: false,
  tally: null,
}
