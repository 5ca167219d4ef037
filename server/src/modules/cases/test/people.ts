import { makeCalendar, publishedCalendarRows, publishedLastYear } from '#platform/calendar'
import { type Actor, type Role, systemActor, visitor } from '#platform/context'
import { type Moment, Plan, type Settings } from '#mechanisms/flow'
import { caseKind, orderKind } from '../sql/kinds.ts'
import type { Case } from '../domain/case.ts'
import type { CaseMatter } from '../domain/moves/matter.ts'

/** People of a county 990901 for tests of the pure rules. */

export const region = '990901'
export const grid = '990901001001001'
export const calendar = makeCalendar(publishedCalendarRows(), { lastYear: publishedLastYear() })

export function staff(id: string, role: Role, org: string, area = region): Actor {
  return { kind: 'staff', id, posts: [{ id: `${role}:${org}:${area}`, role, org, area }], subjectId: null, link: null, sessionId: null }
}

export const dispatcher = staff('a-dispatcher', 'dispatcher', 'centre')
export const handler = staff('a-handler', 'departmentHandler', 'housing')
export const otherHandler = staff('a-other', 'departmentHandler', 'water')
export const gridWorker = staff('a-grid', 'gridWorker', 'community', grid)
export const agent = staff('a-agent', 'callbackAgent', 'centre')
export const supervisor = staff('a-supervisor', 'supervisor', 'office')
export const adjudicator = staff('a-adjudicator', 'adjudicator', 'law')
export const resident: Actor = { ...visitor, kind: 'resident', id: 'a-resident' }
export const system = systemActor('test')

export const settings: Settings = {
  calendar,
  limits: {},
  skipped: [],
  desk: (role, area) => (role === 'gridWorker' ? `${role}:community:${area}` : `${role}:centre:${region}`),
}

export function moment(now: string, actor: Actor): Moment {
  return { now: new Date(now), actor, settings }
}

/** A matter as it is born. */
export function newCase(more: Partial<Case> = {}): Case {
  return {
    region,
    id: '019a0000-0000-8000-8000-000000000001',
    version: 1,
    state: 'submitted',
    area: grid,
    clocks: [],
    tick_at: null,
    due_at: null,
    number: '990901-261123-00001-0',
    channel: 'app',
    title: '楼道灯不亮',
    text: '楼道灯不亮',
    text_sealed: null,
    grams: [],
    category: '20002',
    severity: 'small',
    emergency: false,
    emergency_record: null,
    lon: null,
    lat: null,
    datum: null,
    place_words: null,
    photos: [],
    subject_region: region,
    subject_id: 's',
    reporter_account: 'a-resident',
    has_phone: true,
    anonymous: false,
    code_hash: new Uint8Array(),
    last4_hash: null,
    reported_at: '2026-11-23T01:00:00Z',
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
    origin: null,
    origin_id: null,
    tally: null,
    ...more,
  }
}

/** A matter in one long plan: moves follow one another without a database. */
export class Life {
  readonly plan: Plan
  readonly matter: CaseMatter
  #ids = 1

  constructor(noun: Case, at = '2026-11-23T01:00:00Z') {
    this.plan = new Plan(moment(at, resident), () => settings, null)
    const born = this.plan.make(caseKind, noun, 'report', 'reporter')
    this.matter = {
      noun: born,
      orders: [],
      kinds: { case: caseKind, order: orderKind },
      key: null,
      newId: () => `order-${this.#ids++}`,
      handlerPost: (unit) => `departmentHandler:${unit}:${region}`,
    }
  }

  get noun(): Case {
    return this.plan.current(this.matter.noun)
  }
}
