import { z } from 'zod'
import { label, photos, say, someWords, unit, words } from './ask-fields.ts'
import { lawfulChannels, severities } from './case.ts'
import { overrides, overrideSay } from './reason.ts'

/** What moves of a case ask. */

const severitySay = [
  say('小事（物业）', 'Small (property company)'),
  say('大事（社区）', 'Large (community)'),
  say('难事（共同解决）', 'Hard (together)'),
]

export const Classify = z.strictObject({
  category: z
    .string()
    .min(1)
    .max(20)
    .meta(label('类别', 'Category', 'category')),
  severity: z.enum(severities).meta(label('轻重', 'Severity', undefined, { 'x-say': severitySay })),
})

export const Dispatch = z.strictObject({
  lead: unit('主办单位', 'Lead unit'),
  support: z
    .array(z.string().min(1).max(80))
    .max(10)
    .optional()
    .meta(label('协办单位', 'Supporting units', 'units')),
  category: z
    .string()
    .min(1)
    .max(20)
    .optional()
    .meta(label('类别', 'Category', 'category')),
  severity: z
    .enum(severities)
    .optional()
    .meta(label('轻重', 'Severity', undefined, { 'x-say': severitySay })),
  because: z
    .enum(overrides)
    .optional()
    .meta(
      label('为什么不照目录派（照目录派不用选）', 'Why not as the directory suggests (blank if as it suggests)', 'select', {
        'x-say': overrides.map((code) => overrideSay[code]),
      }),
    ),
  words: someWords('给承办单位的话', 'Note to the units'),
})

export const AddOrder = z.strictObject({ unit: unit('协办单位', 'Supporting unit'), words: someWords('为什么加派', 'Why it is needed') })

const lawfulSay = [
  say('诉讼', 'Litigation'),
  say('仲裁', 'Arbitration'),
  say('行政复议', 'Administrative review'),
  say('信访', 'Petition'),
  say('政府信息公开', 'Disclosure of information'),
  say('纪检监察', 'Discipline inspection'),
  say('公安机关', 'Police'),
]

export const Refer = z.strictObject({
  channel: z.enum(lawfulChannels).meta(label('法定途径', 'Lawful channel', undefined, { 'x-say': lawfulSay })),
  words: words('告知的内容', 'What the reporter is told'),
})

export const declineReasons = ['outOfScope', 'notTrue', 'againstLaw', 'repeated', 'noPlace'] as const

export const Decline = z.strictObject({
  reason: z.enum(declineReasons).meta(
    label('理由', 'Reason', undefined, {
      'x-say': [
        say('不属于受理范围', 'Out of scope'),
        say('经核实不属实', 'Checked and not true'),
        say('违反法律或公序良俗', 'Against law or public order'),
        say('已作最终答复的重复事项', 'A repeat of a finally answered matter'),
        say('没有可查的地点和事实', 'No place or fact that can be checked'),
      ],
    }),
  ),
  words: words('告知的内容', 'What the reporter is told'),
})

export const Confirm = z.strictObject({ words: someWords('意见', 'Opinion') })
export const Words = z.strictObject({ words: words('说明', 'Words') })

export const Merge = z.strictObject({
  into: z
    .string()
    .min(10)
    .max(40)
    .meta(label('并入哪一件（编号）', 'Merge into (number)', 'caseNumber')),
  words: someWords('说明', 'Words'),
})

export const Transfer = z.strictObject({
  county: z
    .string()
    .regex(/^\d{6}$/)
    .meta(label('转往的县区', 'County', 'county')),
  words: words('说明', 'Words'),
})

export const AskReporter = z.strictObject({
  words: words('要问的内容', 'What the reporter is asked'),
  contact: z.enum(['phone', 'message', 'visit']).meta(
    label('怎样联系上的', 'How the reporter was reached', undefined, {
      'x-say': [say('电话', 'Phone'), say('短信或站内消息', 'Message'), say('上门', 'Visit')],
    }),
  ),
})

export const AddWords = z.strictObject({ words: words('要补充的话', 'What you want to add'), photos })

const solvedSay = [say('解决了', 'Solved'), say('解决了一部分', 'Partly'), say('没解决', 'Not solved')]
const solved = z.enum(['yes', 'partly', 'no']).meta(label('真的解决了吗', 'Was it really solved?', undefined, { 'x-say': solvedSay }))
const satisfied = z
  .int()
  .min(1)
  .max(5)
  .optional()
  .meta(
    label('满意吗', 'Are you satisfied?', 'satisfaction', {
      'x-say': [
        say('很不满意', 'Very dissatisfied'),
        say('不满意', 'Dissatisfied'),
        say('一般', 'Neutral'),
        say('满意', 'Satisfied'),
        say('很满意', 'Very satisfied'),
      ],
    }),
  )

export const Verdict = z.strictObject({
  solved,
  satisfied,
  again: z.boolean().optional().meta(label('请继续办理', 'Please go on with it')),
  words: someWords('想说的话', 'Anything you want to say'),
})

export const Verify = z.strictObject({ solved, words: words('看到的情况', 'What you saw'), photos })

export const CallBack = z.strictObject({
  contacted: z.boolean().meta(label('联系上了', 'The reporter was reached')),
  solved: solved.optional(),
  satisfied,
  words: someWords('通话要点', 'What was said'),
})

export const Reopen = z.strictObject({ words: words('哪里没有解决', 'What is not solved'), photos })

export const DecideReopen = z.strictObject({
  grant: z.boolean().meta(label('同意重办', 'Grant another round')),
  words: words('理由', 'Reason'),
})

export const Release = z.strictObject({
  released: z
    .boolean()
    .meta(label('同意公开文字和照片（不含姓名电话）', 'Text and photos may be shown to the public (never name or phone)')),
})

export const Supervise = z.strictObject({
  card: z
    .enum(['yellow', 'red'])
    .meta(label('督办', 'Supervision', undefined, { 'x-say': [say('黄牌提醒', 'Yellow: caution'), say('红牌督办', 'Red: warning')] })),
  words: words('要求', 'What is required'),
})

/** At which level the lead sits; the flow itself says it. */
export const OrdersDone = z.strictObject({ level: z.enum(['grid', 'community', 'town', 'above']).nullable() })

export const Help = z.strictObject({
  kind: z.enum(['people', 'money', 'lead']).meta(
    label('上级给什么', 'What is sent from above', undefined, {
      'x-say': [say('派人', 'People'), say('拨款', 'Money'), say('指定牵头部门', 'A lead department')],
    }),
  ),
  unit: z
    .string()
    .max(80)
    .optional()
    .meta(label('由哪个单位', 'By which unit', 'unit')),
  words: words('具体安排', 'The arrangement'),
})

const services = ['110', '119', '120', '122'] as const
export const EmergencyHandOver = z.strictObject({
  service: z.enum(services).meta(label('拨打了', 'Called', undefined, { 'x-say': services.map((one) => say(one, one)) })),
  calledAt: z.iso.datetime({ offset: true }).meta(label('什么时候', 'When', 'date-time')),
  calledBy: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .meta(label('谁打的', 'Who called', 'text')),
  whom: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .meta(label('接电话的人或单位', 'Who answered', 'text')),
  theirNumber: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .meta(label('对方的警情或受理编号', 'Their reference number', 'text')),
})

export const Review = z.strictObject({
  decision: z.enum(['resume', 'stay']).meta(
    label('复核结论', 'Decision', undefined, {
      'x-say': [say('条件具备，继续办理', 'Conditions are met: go on'), say('仍不具备，继续挂账', 'Not yet: stay deferred')],
    }),
  ),
  reviewAt: z.iso
    .datetime({ offset: true })
    .optional()
    .meta(label('下次复核日期（90 天内）', 'Next review (within 90 days)', 'date-time')),
  words: words('说明', 'Words'),
})
