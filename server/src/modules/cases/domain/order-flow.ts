import { type Condition, life, type Wait } from '#mechanisms/flow'
import { dueAt, hours, workingDays } from '#platform/calendar'
import { refuse } from '#platform/refusal'
import * as asks from './order-asks.ts'
import type { Order } from './order.ts'
import { adjudicator, desk, dispatcher, supervisor, system, theUnit } from './who.ts'

const { flow, move, clock } = life<Order>()

const theUnitWaits =
  (zh: string, en: string) =>
  (order: Order): readonly Wait[] => [{ post: order.post, why: { zh, en } }]

const hasReturned: Condition<Order> = {
  code: 'returned-before',
  say: {
    zh: '这件事您单位已经退回过一次。若仍有异议，请用「提出异议」，由裁决人员 24 小时内裁定。',
    en: 'Your unit has returned this once. If you still disagree, object: an adjudicator rules within 24 hours.',
  },
  holds: (order) => order.returned,
}
const isRuled: Condition<Order> = {
  code: 'ruled',
  say: { zh: '这件事已经裁定由您单位办理，裁定有约束力。', en: 'It was ruled that your unit handles this; the ruling binds.' },
  holds: (order) => order.ruled,
}
const isExtended: Condition<Order> = {
  code: 'extended-before',
  say: { zh: '这件事已经延期过一次。', en: 'It was extended once already.' },
  holds: (order) => order.extended,
}

const needPlan = refuse('invalid', 'order.plan-missing', {
  zh: '「暂无法解决」要写明后续安排和 90 天内的复核日期。',
  en: '“Cannot be solved for now” needs a plan and a review date within 90 days.',
})

const tooLong = refuse('invalid', 'order.extension-too-long', {
  zh: '延期要晚于现在，并且自上报起最多 15 个工作日。',
  en: 'An extension ends later than now and at latest 15 working days after the report.',
})

/** The whole life of a work order; the reason stands beside the arrow that it justifies. */
export const orderFlow = flow('order', {
  revision: 1,
  initial: 'dispatched',
  states: {
    dispatched: { say: { zh: '待签收', en: 'Waiting for the unit' }, waitsFor: theUnitWaits('待签收', 'To be acknowledged') },
    acknowledged: { say: { zh: '已签收', en: 'Acknowledged' }, waitsFor: theUnitWaits('待办理', 'To be handled') },
    handling: { say: { zh: '办理中', en: 'Being handled' }, waitsFor: theUnitWaits('办理中', 'Being handled') },
    returned: {
      say: { zh: '已退回，待调度员答复', en: 'Returned, waits for the dispatcher' },
      waitsFor: desk('dispatcher', { zh: '退回待答复', en: 'Return to be answered' }),
    },
    objected: {
      say: { zh: '有异议，待裁定', en: 'Objected, waits for a ruling' },
      waitsFor: desk('adjudicator', { zh: '异议待裁定', en: 'Objection to be ruled on' }),
    },
    extensionRequested: {
      say: { zh: '申请延期，待审核', en: 'Extension asked for' },
      waitsFor: desk('dispatcher', { zh: '延期待审核', en: 'Extension to be decided' }),
    },
    fedBack: { say: { zh: '已反馈', en: 'Fed back' }, final: true },
    withdrawn: { say: { zh: '已撤回', en: 'Withdrawn' }, final: true },
  },
  moves: {
    acknowledge: move({
      say: { zh: '签收', en: 'Acknowledge' },
      likely: 10,
      consequence: { zh: '签收后由您单位负责办到有结果。', en: 'Your unit is then responsible until there is a result.' },
      from: 'dispatched',
      to: 'acknowledged',
      by: theUnit, // 002-75 「1天受理」
      changes: (_, __, { now }) => ({ acknowledged_at: now.toISOString() }),
    }),
    handle: move({
      say: { zh: '记录进展', en: 'Note progress' },
      likely: 5,
      consequence: { zh: '反映人会看到这条进展。', en: 'The reporter sees this.' },
      from: ['acknowledged', 'handling'],
      to: 'handling',
      by: theUnit,
      asks: asks.Words,
      words: ({ words }) => ({ words }),
    }),
    feedback: move({
      say: { zh: '反馈结果', en: 'Give feedback' },
      likely: 8,
      consequence: {
        zh: '反馈后由反映人或核查人员说是否真的解决。',
        en: 'The reporter or a verifier then says whether it was really solved.',
      },
      from: ['acknowledged', 'handling'],
      to: 'fedBack',
      by: theUnit,
      asks: asks.Feedback,
      checks: (_, input, { now }) => {
        if (input.kind !== 'unsolvable') return null
        if (!input.plan || !input.reviewAt) return needPlan
        const days = (Date.parse(input.reviewAt) - now.getTime()) / 86_400_000
        return days > 0 && days <= 90 ? null : needPlan
      },
      changes: (_, input, { now }) => ({ outcome: input.kind, fed_back_at: now.toISOString(), photos: input.photos ?? [] }),
      facts: (_, input) => ({
        outcome: input.kind,
        photos: input.photos ?? [],
        ...(input.kind === 'unsolvable' && { reviewAt: input.reviewAt }),
      }),
      words: (input) => ({ words: input.words, ...(input.plan && { plan: input.plan }) }),
    }),
    return: move({
      say: { zh: '退回', en: 'Return' },
      danger: true,
      consequence: {
        zh: '退回后，调度员 1 个工作日内答复您。每件事只能退回一次。',
        en: 'The dispatcher answers within 1 working day. Each matter can be returned once.',
      },
      from: ['dispatched', 'acknowledged'],
      to: 'returned',
      by: theUnit,
      asks: asks.Return,
      unless: [isRuled, hasReturned], // 002-74 避免踢皮球；国办函〔2025〕66号
      changes: (_, input) => ({ returned: true, return_reason: input.reason }),
      facts: (_, input) => ({ reason: input.reason, ...(input.suggested && { suggested: input.suggested }) }),
      words: ({ words }) => ({ words }),
    }),
    answerReturn: move({
      say: { zh: '答复退回', en: 'Answer the return' },
      likely: 10,
      from: 'returned',
      to: ['dispatched', 'withdrawn'],
      by: dispatcher,
      asks: asks.AnswerReturn,
      goes: (_, input) => (input.decision === 'insist' ? 'dispatched' : 'withdrawn'),
      checks: (order, input) => newUnitMissing(order, input),
      facts: (_, input) => ({ decision: input.decision, ...(input.unit && { unit: input.unit }) }),
      words: ({ words }) => ({ words }),
    }),
    object: move({
      say: { zh: '提出异议', en: 'Object' },
      danger: true,
      consequence: { zh: '裁决人员 24 小时内裁定，裁定有约束力。', en: 'An adjudicator rules within 24 hours; the ruling binds.' },
      from: ['dispatched', 'acknowledged'],
      to: 'objected',
      by: theUnit,
      asks: asks.Return,
      when: hasReturned,
      unless: isRuled,
      facts: (_, input) => ({ reason: input.reason, ...(input.suggested && { suggested: input.suggested }) }),
      words: ({ words }) => ({ words }),
    }),
    rule: move({
      say: { zh: '裁定', en: 'Rule' },
      likely: 10,
      consequence: { zh: '裁定有约束力，并作为今后派单的先例。', en: 'The ruling binds and becomes a precedent for dispatching.' },
      from: 'objected',
      to: ['dispatched', 'withdrawn'],
      by: adjudicator,
      asks: asks.AnswerReturn,
      goes: (_, input) => (input.decision === 'insist' ? 'dispatched' : 'withdrawn'),
      checks: (order, input) => newUnitMissing(order, input),
      changes: () => ({ ruled: true }),
      facts: (_, input) => ({ decision: input.decision, ...(input.unit && { unit: input.unit }) }),
      words: ({ words }) => ({ words }),
    }),
    askExtension: move({
      say: { zh: '申请延期', en: 'Ask for more time' },
      consequence: {
        zh: '批准后，反映人会看到新的期限和理由。自上报起最多 15 个工作日。',
        en: 'Once granted, the reporter sees the new date and why. 15 working days after the report at most.',
      },
      from: ['acknowledged', 'handling'],
      to: 'extensionRequested',
      by: theUnit,
      asks: asks.AskExtension,
      unless: isExtended,
      optional: true, // 002-76
      checks: (order, input, { now, settings }) => {
        const most = dueAt(settings.calendar, new Date(order.reported_at), workingDays(15)).at
        const until = Date.parse(input.until)
        return until > now.getTime() && until <= most.getTime() ? null : tooLong
      },
      changes: (_, input) => ({ extension_until: input.until }),
      facts: (_, input) => ({ until: input.until }),
      words: ({ words }) => ({ words }),
    }),
    decideExtension: move({
      say: { zh: '审核延期', en: 'Decide on the extension' },
      likely: 10,
      from: 'extensionRequested',
      to: 'handling',
      by: [dispatcher, supervisor],
      asks: asks.DecideExtension,
      changes: (order, input) => ({ extended: input.grant, extension_until: input.grant ? order.extension_until : null }),
      facts: (order, input) => ({ grant: input.grant, until: order.extension_until }),
      words: ({ words }) => (words ? { words } : ({} as Record<string, string>)),
    }),
    withdraw: move({
      say: { zh: '撤回派单', en: 'Withdraw the order' },
      danger: true,
      from: ['dispatched', 'acknowledged', 'handling'],
      to: 'withdrawn',
      by: dispatcher,
      asks: asks.Words,
      unless: {
        code: 'lead-stays',
        say: { zh: '主办单位的派单不能直接撤回，请用改派。', en: 'The lead order cannot simply be withdrawn; dispatch anew.' },
        holds: (order) => order.lead,
      },
      words: ({ words }) => ({ words }),
    }),
    rework: move({
      say: { zh: '重办', en: 'Rework' },
      internal: true,
      from: ['fedBack'],
      to: 'dispatched',
      by: system,
      changes: () => ({ outcome: null, fed_back_at: null }),
    }),
    recall: move({
      say: { zh: '撤回', en: 'Withdrawn' },
      internal: true,
      from: ['dispatched', 'acknowledged', 'handling', 'returned', 'objected', 'extensionRequested'],
      to: 'withdrawn',
      by: system,
    }),
  },
  clocks: {
    acknowledge: clock({
      say: { zh: '签收', en: 'Acknowledge' },
      limit: workingDays(1),
      during: ['dispatched'],
      escalates: desk('supervisor', { zh: '超时未签收', en: 'Not acknowledged in time' }),
    }), // 002-75
    answerReturn: clock({
      say: { zh: '答复退回', en: 'Answer the return' },
      limit: workingDays(1),
      during: ['returned'],
      escalates: desk('supervisor', { zh: '退回超时未答复', en: 'Return not answered in time' }),
    }),
    adjudicate: clock({
      say: { zh: '裁定', en: 'Rule' },
      limit: hours(24),
      during: ['objected'],
      escalates: desk('supervisor', { zh: '异议超时未裁定', en: 'Objection not ruled on in time' }),
    }),
    decideExtension: clock({
      say: { zh: '审核延期', en: 'Decide on the extension' },
      limit: workingDays(1),
      during: ['extensionRequested'],
      escalates: desk('supervisor', { zh: '延期超时未审核', en: 'Extension not decided in time' }),
    }),
  },
})

function newUnitMissing(order: Order, input: { decision: string; unit?: string | undefined }) {
  if (input.decision !== 'redispatch' || (input.unit && input.unit !== order.unit)) return null
  return refuse('invalid', 'order.unit-missing', { zh: '改派要选另一个单位。', en: 'Choose another unit to dispatch to.' })
}
