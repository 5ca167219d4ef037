import type { Say } from '#platform/refusal'
import type { Card } from '#mechanisms/metric'
import type { Counter } from './counters.ts'
import type { casePromises, orderPromises } from './promises.ts'

const percent: Say = { zh: '%', en: '%' }
const hours: Say = { zh: '小时', en: 'hours' }
const cases: Say = { zh: '件', en: 'matters' }
const replayed: Say = {
  zh: '不含经过时间按规则推定的历史件，也不含转到其他县区的（算在那边）。并案的几件只算一件办理，各人的评价分别计。',
  en: 'Without old matters whose steps were dated by a rule, and without those that went to another county (counted there). Merged reports are one work; each reporter’s word counts.',
}

interface ShareOf {
  readonly n: Counter
  readonly of: Counter
  readonly better: boolean | null
  readonly say: Say
  readonly formula: Say
  readonly base: Say
  readonly exclusions?: Say
  readonly silent?: { readonly counter: Counter; readonly say: Say }
  readonly sample?: boolean
}

const share = (key: string, of: ShareOf): Card => ({ key, kind: 'share', unit: percent, exclusions: replayed, ...of })

const waitingOut: Say = {
  zh: '还没到期、也没办完的暂不计入。并案、转出、引导法定途径、不予受理和挂账的不算按期；已经超期的仍算超期。',
  en: 'What is neither due nor done yet is left out. Merged, transferred, referred, declined and deferred matters do not count as kept; what was late stays late.',
}

type Promised = (typeof casePromises)[number] | (typeof orderPromises)[number]

/** How often one promise was kept. */
function promise(key: string, clock: Promised, say: Say, what: Say): Card {
  return share(key, {
    n: `${clock}Kept`,
    of: `${clock}Due`,
    better: true,
    say,
    formula: {
      zh: `${what.zh}：按期的 ÷ 已见分晓的。每一轮都按期才算；返工那轮按期，抵不掉第一轮超期；超期后批准的延期也不抵。`,
      en: `${what.en}: kept ÷ decided. Kept means in every round: a good second round does not undo a late first one, nor does time granted after the breach.`,
    },
    base: { zh: '期限已到，或已经办完的', en: 'those that are due or done' },
    exclusions: waitingOut,
  })
}

const solvedSilence = { counter: 'saidNothing', say: { zh: '没有回答', en: 'no answer' } } as const

const reported: Card = {
  key: 'reported',
  kind: 'count',
  unit: cases,
  n: 'reported',
  of: null,
  better: null,
  say: { zh: '群众说的事', en: 'Matters reported' },
  formula: { zh: '这段时间里上报的件数，各渠道都算。', en: 'Matters reported in these months, by every channel.' },
  base: { zh: '无', en: 'none' },
  exclusions: replayed,
}

const solved = share('solved', {
  n: 'solved',
  of: 'asked',
  better: true,
  say: { zh: '解决率', en: 'Solved' },
  formula: {
    zh: '反映人说解决了的 ÷ 问过的。没有反映人可问的，以没参与办理的核查人员为准。以最后一次回答为准，重办就收回。',
    en: 'Those whose reporter says it was solved ÷ all who were asked; where nobody can be asked, the verifier who had no part in it. The latest word counts; a reopening takes it back.',
  },
  base: { zh: '已回答的，和满 7 天没有回答的', en: 'those who answered, and those silent after 7 days' },
  silent: solvedSilence,
})

const satisfied = share('satisfied', {
  n: 'satisfied',
  of: 'graded',
  better: true,
  sample: true,
  say: { zh: '满意率', en: 'Satisfied' },
  formula: {
    zh: '打 4 分或 5 分的 ÷ 打了分的。没打分的另列；区间是 95% 置信区间。',
    en: 'Grades 4 and 5 ÷ all grades. Those who gave none stand beside it; the interval is that of 95 %.',
  },
  base: { zh: '打了分的反映人', en: 'reporters who gave a grade' },
  silent: { counter: 'ungraded', say: { zh: '没有打分', en: 'gave no grade' } },
})

/** The eight figures of a leader's page. */
const main: readonly Card[] = [
  reported,
  promise('response', 'acknowledge', { zh: '响应率', en: 'Response' }, { zh: '工单签收', en: 'Orders acknowledged' }),
  promise('finish', 'finish', { zh: '按期办结率', en: 'Finished in time' }, { zh: '答复反映人的期限', en: 'The promise to the reporter' }),
  solved,
  satisfied,
  share('rework', {
    n: 'reworked',
    of: 'answered',
    better: false,
    say: { zh: '返工率', en: 'Reworked' },
    formula: { zh: '答复后又重新办理的 ÷ 有过答复的。', en: 'Handled again after an answer ÷ all that were answered.' },
    base: { zh: '单位有过答复的', en: 'those that a unit answered' },
  }),
  share('deferral', {
    n: 'deferred',
    of: 'accepted',
    better: null,
    say: { zh: '挂账', en: 'Deferred' },
    formula: { zh: '暂无法解决、有计划和复核日期的 ÷ 受理的。', en: 'Not solvable for now, with a plan and a review date ÷ accepted.' },
    base: { zh: '受理的', en: 'those accepted' },
  }),
  {
    key: 'holding',
    kind: 'mean',
    unit: hours,
    scale: 60,
    n: 'heldMinutes',
    of: 'handedIn',
    better: false,
    say: { zh: '在单位手里', en: 'In a unit’s hands' },
    formula: {
      zh: '从派到单位到反馈的小时数，平均每张工单。退回、异议、申请延期等别人答复的时间不算；等反映人补充的时间算在内。',
      en: 'Hours from dispatch to feedback, a mean of the orders. Without the time in which somebody else had to answer; with the time of waiting for the reporter.',
    },
    base: { zh: '已反馈的工单', en: 'orders fed back' },
    exclusions: replayed,
  },
]

const promises: readonly Card[] = [
  promise(
    'handOver',
    'handOver',
    { zh: '按期交办', en: 'Handed over in time' },
    { zh: '1 个工作日内交办', en: 'Hand-over in 1 working day' },
  ),
  promise(
    'emergency',
    'emergency',
    { zh: '紧急移交', en: 'Emergencies handed over' },
    { zh: '紧急事项 5 分钟内移交', en: 'Emergencies in 5 minutes' },
  ),
  promise(
    'answerReturn',
    'answerReturn',
    { zh: '答复退回', en: 'Returns answered' },
    { zh: '退回 1 个工作日内答复', en: 'Returns in 1 working day' },
  ),
  promise(
    'adjudicate',
    'adjudicate',
    { zh: '裁定异议', en: 'Objections ruled on' },
    { zh: '异议 24 小时内裁定', en: 'Objections in 24 hours' },
  ),
  promise(
    'decideExtension',
    'decideExtension',
    { zh: '审核延期', en: 'Extensions decided' },
    { zh: '延期 1 个工作日内审核', en: 'Extensions in 1 working day' },
  ),
  promise('verify', 'verify', { zh: '按期核查', en: 'Verified in time' }, { zh: '3 个工作日内核查', en: 'Verification in 3 working days' }),
  promise(
    'callback',
    'callback',
    { zh: '按期回访', en: 'Called back in time' },
    { zh: '3 个工作日内回访', en: 'Callback in 3 working days' },
  ),
  promise(
    'decideReopen',
    'decideReopen',
    { zh: '决定重办', en: 'Reopenings decided' },
    { zh: '1 个工作日内决定', en: 'Decision in 1 working day' },
  ),
]

function level(key: string, n: Counter, say: Say, where: Say): Card {
  return share(key, {
    n,
    of: 'solved',
    better: null,
    say,
    formula: {
      zh: `主办单位在${where.zh}一级的 ÷ 全部已解决的。`,
      en: `Solved with the lead at the level of the ${where.en} ÷ all that were solved.`,
    },
    base: { zh: '已解决的', en: 'those solved' },
  })
}

const results: readonly Card[] = [
  share('accepted', {
    n: 'accepted',
    of: 'reported',
    better: null,
    say: { zh: '受理', en: 'Accepted' },
    formula: { zh: '受理并在这里办的 ÷ 上报的。', en: 'Taken in and handled here ÷ reported.' },
    base: { zh: '上报的', en: 'those reported' },
  }),
  share('closed', {
    n: 'closed',
    of: 'accepted',
    better: true,
    say: { zh: '办结率', en: 'Closed' },
    formula: { zh: '现在已办结的 ÷ 受理的。办结不等于解决。', en: 'Closed now ÷ accepted. Closed is not solved.' },
    base: { zh: '受理的', en: 'those accepted' },
  }),
  level('solvedInGrid', 'solvedInGrid', { zh: '网格解决', en: 'Solved in the grid' }, { zh: '网格', en: 'grid' }),
  level('solvedInCommunity', 'solvedInCommunity', { zh: '社区解决', en: 'Solved in the community' }, { zh: '社区', en: 'community' }),
  level('solvedInTown', 'solvedInTown', { zh: '街道解决', en: 'Solved in the town' }, { zh: '街道（乡镇）', en: 'town' }),
  level('solvedAbove', 'solvedAbove', { zh: '县区以上解决', en: 'Solved above' }, { zh: '县区或市', en: 'county or city' }),
  share('reopened', {
    n: 'reopened',
    of: 'everClosed',
    better: false,
    say: { zh: '重办率', en: 'Reopened' },
    formula: { zh: '办结后反映人要求重办的 ÷ 办结过的。', en: 'Reopened by the reporter after closing ÷ all that were ever closed.' },
    base: { zh: '办结过的', en: 'those ever closed' },
  }),
]

const effort: readonly Card[] = [
  {
    key: 'effort',
    kind: 'mean',
    unit: { zh: '步', en: 'steps' },
    n: 'steps',
    of: 'answered',
    better: null,
    say: { zh: '辛苦指数', en: 'Effort' },
    formula: {
      zh: '工作人员在办理中留下的步骤数，平均每件有答复的事。只数办事时本来就留下的记录，不另填，也不对人排名。',
      en: 'Steps that staff left while handling, a mean of answered matters. Only what the work records by itself; nobody fills anything in and nobody is ranked.',
    },
    base: { zh: '单位有过答复的', en: 'those that a unit answered' },
    exclusions: replayed,
  },
  satisfied,
  {
    key: 'responseTime',
    kind: 'mean',
    unit: hours,
    scale: 60,
    n: 'acknowledgeMinutes',
    of: 'acknowledgements',
    better: false,
    say: { zh: '响应用时', en: 'Time to respond' },
    formula: {
      zh: '从派单到第一次签收的小时数，平均每张工单，含夜间和休息日。',
      en: 'Hours from dispatch to the first acknowledgement, a mean of the orders, nights and days off included.',
    },
    base: { zh: '签收过的工单', en: 'orders acknowledged' },
    exclusions: replayed,
  },
  ...(
    [
      ['returned', '退回率', 'Returned', '退回过的', 'Returned at least once'],
      ['objected', '异议率', 'Objected to', '提过异议的', 'Objected to at least once'],
      ['extended', '延期率', 'Extended', '批准过延期的', 'With an extension granted'],
    ] as const
  ).map(([n, zh, en, whatZh, whatEn]) =>
    share(n, {
      n,
      of: 'orders',
      better: null,
      say: { zh, en },
      formula: { zh: `${whatZh} ÷ 全部工单。`, en: `${whatEn} ÷ all orders.` },
      base: { zh: '全部工单', en: 'all orders' },
    }),
  ),
]

/** The figures of cases, a page of at most eight at a time. */
export const cardSets = { main, promises, results, effort } as const

export type CardSet = keyof typeof cardSets

/** A card by its key, or null. */
export function cardOf(key: string): Card | null {
  return (
    Object.values(cardSets)
      .flat()
      .find((card) => card.key === key) ?? null
  )
}
