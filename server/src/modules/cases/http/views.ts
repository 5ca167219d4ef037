import { z } from 'zod'
import { ClockView, OfferView } from '#mechanisms/flow'
import { PrecedentView } from './precedent-views.ts'

export const Words = z.object({ zh: z.string(), en: z.string() })
const Named = z.object({ id: z.string(), name: z.string() })
const Area = z.object({ code: z.string(), name: z.string() })
const Category = z.object({ code: z.string(), name: Words })
const Photo = z.object({ id: z.string(), url: z.string() })
const Point = z.object({ lon: z.number().nullable(), lat: z.number().nullable(), words: z.string().nullable() })

export const Answer = z.object({
  unit: z.string(),
  kind: z.string(),
  kindSay: Words,
  text: z.string().nullable(),
  plan: z.string().nullable(),
  reviewAt: z.string().nullable(),
  at: z.string(),
  lead: z.boolean(),
})

export const Step = z.object({
  at: z.string(),
  move: z.string(),
  say: Words,
  by: z.string(),
  words: z.string().nullable(),
  photos: z.array(Photo),
})

export const TimelineRow = z.object({
  at: z.string(),
  noun: z.string(),
  move: z.string(),
  say: Words,
  by: z.object({ name: z.string(), post: Words.nullable() }),
  words: z.record(z.string(), z.string()),
  facts: z.record(z.string(), z.unknown()),
  photos: z.array(Photo),
})

/** 「为什么派给我」: the directory's rule and edition, what did not decide, or who decided otherwise. */
export const WhyView = z
  .object({
    by: z.enum(['directory', 'person', 'silent', 'return', 'ruling']),
    say: Words,
    edition: z.number().int().nullable(),
    rule: z.string().nullable(),
    ruleSay: Words.nullable(),
    suggested: Named.nullable(),
    override: z.object({ code: z.string(), say: Words }).nullable(),
    others: z.array(z.object({ rule: z.string(), ruleSay: Words.nullable(), unit: Named.nullable(), because: z.string(), say: Words })),
  })
  .meta({ id: 'DispatchReason' })

export const OrderView = z
  .object({
    id: z.string(),
    version: z.number().int(),
    caseId: z.string(),
    unit: Named,
    lead: z.boolean(),
    state: z.string(),
    stateSay: Words,
    dispatchedAt: z.string(),
    finishBy: z.string().nullable(),
    clocks: z.array(ClockView),
    offered: z.array(OfferView),
    outcome: z.string().nullable(),
    photos: z.array(Photo),
    why: WhyView.nullable(),
  })
  .meta({ id: 'Order' })

export const HeldView = z.object({ kind: z.string(), holder: Words, from: z.string(), to: z.string().nullable() })

export const SuggestionView = z.object({
  lead: Named.nullable(),
  support: z.array(Named),
  because: Words,
  rule: z.string().nullable(),
  version: z.string().nullable(),
  alternatives: z.array(z.object({ unit: Named, because: Words, whyNot: Words })),
  /** Rules that speak of it and name nobody here, or nobody new. */
  passed: z.array(z.object({ rule: z.string(), unit: Named.nullable(), say: Words })),
})

/** A photo that repeats an earlier one; the earlier one and its matter only for those who may see them. */
export const LikenessView = z.object({
  photo: z.string(),
  /** When the earlier one was taken in. */
  at: z.string(),
  like: Photo.nullable(),
  matter: z.object({ id: z.string(), number: z.string() }).nullable(),
  say: Words,
})

/** A report that is one work with the matter: number, first words and its reporter's own verdict. */
const JoinedView = z
  .object({
    id: z.string(),
    number: z.string(),
    title: z.string(),
    /** Phones and numbers masked. */
    text: z.string(),
    added: z.array(z.object({ at: z.string(), words: z.string() })),
    /** Whether this person may open the report itself: a unit sees what is sent to it, which is the one work. */
    mayOpen: z.boolean(),
    state: z.string(),
    stateSay: Words,
    reportedAt: z.string(),
    verdict: z.string().nullable(),
  })
  .meta({ id: 'JoinedReport' })

export const CaseView = z
  .object({
    id: z.string(),
    number: z.string(),
    version: z.number().int(),
    state: z.string(),
    stateSay: Words,
    title: z.string(),
    text: z.string(),
    channel: z.string(),
    channelSay: Words,
    category: Category,
    severity: z.string(),
    emergency: z.boolean(),
    emergencyRecord: z.object({ service: z.string(), calledAt: z.string(), calledBy: z.string() }).nullable(),
    place: Point.nullable(),
    area: z.object({ code: z.string(), name: z.string(), path: z.array(Area) }),
    photos: z.array(Photo),
    /** Photos of this matter that were seen before: for those who verify, empty for all others. */
    likeness: z.array(LikenessView),
    reportedAt: z.string(),
    dueAt: z.string().nullable(),
    reporter: z.object({ kind: z.string(), name: z.string().nullable(), phone: z.string().nullable(), mayReveal: z.boolean() }),
    holder: Words,
    holding: z.array(HeldView),
    clocks: z.array(ClockView),
    orders: z.array(OrderView),
    timeline: z.array(TimelineRow),
    suggestion: SuggestionView.nullable(),
    /** Earlier rulings in like matters, for those who dispatch, rule or may object now. */
    rulings: z.object({ count: z.number().int(), items: z.array(PrecedentView) }).nullable(),
    answers: z.array(Answer),
    verdict: z.string().nullable(),
    satisfaction: z.number().nullable(),
    reopened: z.number().int(),
    released: z.boolean(),
    continuedIn: z.object({ id: z.string(), number: z.string() }).nullable(),
    joined: z.array(JoinedView),
    saidSame: z.string().nullable(),
    marks: z.object({ supervised: z.string().nullable(), reminded: z.number().int(), escalated: z.boolean() }),
    offered: z.array(OfferView),
  })
  .meta({ id: 'Case' })

export const PublicCase = z
  .object({
    number: z.string(),
    title: z.string(),
    text: z.string(),
    category: Category,
    place: z.object({ words: z.string().nullable(), area: z.string() }),
    photos: z.array(Photo),
    state: z.string(),
    stateSay: Words,
    emergency: z.boolean(),
    holder: Words,
    promise: Words,
    reportedAt: z.string(),
    dueAt: z.string().nullable(),
    closedAt: z.string().nullable(),
    steps: z.array(Step),
    together: z.boolean(),
    answers: z.array(Answer),
    verdict: z.string().nullable(),
    satisfaction: z.number().nullable(),
    released: z.boolean(),
    version: z.number().int(),
    offered: z.array(OfferView),
    link: z.string(),
    code: z.string(),
  })
  .meta({ id: 'PublicCase' })

export const Receipt = z
  .object({
    id: z.string(),
    number: z.string(),
    link: z.string(),
    code: z.string(),
    holder: Words,
    promise: Words,
    dueAt: z.string().nullable(),
    state: z.string(),
    stateSay: Words,
    emergency: z.boolean(),
  })
  .meta({ id: 'Receipt' })

export const CaseRow = z
  .object({
    id: z.string(),
    number: z.string(),
    title: z.string(),
    state: z.string(),
    stateSay: Words,
    channel: z.string(),
    category: Category,
    area: Area,
    place: Point.nullable(),
    unit: Named.nullable(),
    emergency: z.boolean(),
    supervised: z.string().nullable(),
    reportedAt: z.string(),
    dueAt: z.string().nullable(),
    late: z.boolean(),
    soon: z.boolean(),
    verdict: z.string().nullable(),
  })
  .meta({ id: 'CaseRow' })

export const CasePage = z.object({ items: z.array(CaseRow), next: z.string().nullable() }).meta({ id: 'CasePage' })

export const WorkRow = z
  .object({
    noun: z.string(),
    id: z.string(),
    caseId: z.string(),
    number: z.string(),
    title: z.string(),
    why: Words,
    post: z.string(),
    since: z.string(),
    dueAt: z.string().nullable(),
    late: z.boolean(),
    soon: z.boolean(),
    emergency: z.boolean(),
    state: z.string(),
    stateSay: Words,
    category: Category,
    area: Area,
  })
  .meta({ id: 'WorkRow' })

export const WorkPage = z
  .object({
    items: z.array(WorkRow),
    next: z.string().nullable(),
    count: z.object({ n: z.number().int(), more: z.boolean(), soon: z.number().int(), late: z.number().int() }),
  })
  .meta({ id: 'WorkPage' })
