import { z } from 'zod'
import { label, photos, say, someWords, words } from './ask-fields.ts'
import { outcomes } from './case.ts'
import { returnReasons } from './order.ts'

export { Words } from './case-asks.ts'

/** What moves of an order ask. */

const reasonSay = [
  say('不是本单位职责', 'Not our duty'),
  say('不在本辖区', 'Outside our area'),
  say('与另一件重复', 'A duplicate'),
  say('需要别的单位牵头', 'Another unit must lead'),
  say('信息不足，无法查找', 'Too little information to find it'),
]

export const Return = z.strictObject({
  reason: z.enum(returnReasons).meta(label('理由', 'Reason', undefined, { 'x-say': reasonSay })),
  words: words('依据和说明', 'Grounds'),
  suggested: z
    .string()
    .max(80)
    .optional()
    .meta(label('应由哪个单位办', 'Which unit it belongs to', 'unit')),
})

export const AnswerReturn = z.strictObject({
  decision: z
    .enum(['insist', 'redispatch'])
    .meta(
      label('答复', 'Answer', undefined, { 'x-say': [say('仍由该单位办理', 'It stays with this unit'), say('改派', 'To another unit')] }),
    ),
  unit: z
    .string()
    .max(80)
    .optional()
    .meta(label('改派给', 'New unit', 'unit')),
  words: words('理由', 'Reason'),
})

export const AskExtension = z.strictObject({
  until: z.iso
    .datetime({ offset: true })
    .meta(label('延长到（自上报起最多 15 个工作日）', 'Until (15 working days after the report at most)', 'date-time')),
  words: words('为什么需要更多时间', 'Why more time is needed'),
})

export const DecideExtension = z.strictObject({
  grant: z.boolean().meta(label('同意延期', 'Grant it')),
  words: someWords('理由', 'Reason'),
})

const outcomeSay = [
  say('已解决', 'Solved'),
  say('已解释', 'Explained'),
  say('部分解决', 'Partly solved'),
  say('暂无法解决', 'Cannot be solved for now'),
]

export const Feedback = z.strictObject({
  kind: z.enum(outcomes).meta(label('办理结果', 'Outcome', undefined, { 'x-say': outcomeSay })),
  words: words('办了什么、结果怎样', 'What was done and what came of it'),
  plan: z
    .string()
    .trim()
    .max(2000)
    .optional()
    .meta(label('后续安排（暂无法解决时必填）', 'Plan (needed when it cannot be solved for now)', 'longtext')),
  reviewAt: z.iso
    .datetime({ offset: true })
    .optional()
    .meta(label('复核日期（暂无法解决时必填，90 天内）', 'Review date (needed then, within 90 days)', 'date-time')),
  photos,
})
