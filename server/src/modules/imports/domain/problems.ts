import type { Say } from '#platform/refusal'

/** `unread`: the row was not taken in. `odd`: it was, and somebody should look at it. */
export type ProblemKind = 'unread' | 'odd'

const problem = (kind: ProblemKind, zh: string, en: string) => ({ kind, say: { zh, en } }) satisfies { kind: ProblemKind; say: Say }

/** Everything that can be said about a row. Codes are stable. */
export const problems = {
  'imports.broken-row': problem(
    'unread',
    '这一行的列数或引号不对，读不出来。',
    'The row has the wrong number of columns, or a quotation mark is missing.',
  ),
  'imports.unclosed-quote': problem(
    'unread',
    '引号没有收尾，从这一行起都读不出来。请补上引号后重新导入。',
    'A quotation mark is never closed; nothing from this row on could be read. Close it and import again.',
  ),
  'imports.broken-text': problem('unread', '文字编码损坏，读不出来。', 'The text is damaged: its encoding cannot be read.'),
  'imports.empty': problem('unread', '必填的一列是空的。', 'A column that must be filled is empty.'),
  'imports.no-id': problem(
    'unread',
    '没有编号，无法判断是否导入过。',
    'It has no id, so nobody could tell whether it was imported before.',
  ),
  'imports.repeated-id': problem('unread', '文件里前面已有同一编号的一行。', 'An earlier row of the file has the same id.'),
  'imports.no-text': problem('unread', '没有内容。', 'It says nothing.'),
  'imports.text-too-long': problem(
    'unread',
    '内容超过 4000 字，请拆成两行再导入。',
    'The text has more than 4,000 characters; please split the row.',
  ),
  'imports.no-time': problem('unread', '没有上报时间。', 'It does not say when it was reported.'),
  'imports.bad-time': problem(
    'unread',
    '上报时间的写法不在约定的格式里，或没有这一天。',
    'The time of the report is in no declared format, or there is no such day.',
  ),
  'imports.future': problem('unread', '上报时间在将来。', 'It was reported in the future.'),
  'imports.outside-reach': problem(
    'unread',
    '地点不在导入人的岗位范围内，请由该地区的人员导入。',
    'The place lies outside the area of the one who imports; somebody there must import it.',
  ),
  'imports.refused': problem('unread', '按登记规则不能受理这一行。', 'The rules of intake refuse it.'),
  'imports.no-place': problem('odd', '没有写明地点，已交城市受理台。', 'It names no place; the city desk has it.'),
  'imports.no-coordinates': problem('odd', '没有坐标。', 'It has no coordinates.'),
  'imports.bad-coordinates': problem('odd', '坐标读不出来。', 'Its coordinates cannot be read.'),
  'imports.outside-city': problem(
    'odd',
    '坐标不在本市范围内，坐标已留在地点文字里。',
    'Its coordinates lie outside the city; they are kept in words.',
  ),
  'imports.unknown-area': problem('odd', '不认识这个区域名称。', 'The name of its area is not known.'),
  'imports.place-differs': problem(
    'odd',
    '坐标所在的区域与写明的区域不同，以坐标为准。',
    'Its coordinates lie in another area than it names; the coordinates count.',
  ),
  'imports.unknown-category': problem('odd', '不认识这个类别，已按内容判断。', 'Its category is not known; the words decided.'),
  'imports.date-only': problem('odd', '只写了日期，没有时刻，按当天零点计。', 'It gives a day and no hour; midnight is taken.'),
  'imports.time-in-gap': problem(
    'odd',
    '这个时刻因夏令时拨快而不存在，已按拨快前计。',
    'Clocks were put forward over this time; it is read as if they had not been.',
  ),
  'imports.bad-reply-time': problem('odd', '答复时间读不出来，当作没有。', 'The time of the reply cannot be read and is left out.'),
  'imports.answered-before-reported': problem('odd', '答复或办结的时间早于上报时间。', 'It was closed or answered before it was reported.'),
  'imports.bad-phone': problem('odd', '电话号码不对，没有保存。', 'The phone number is none and was not kept.'),
} as const

export type ProblemCode = keyof typeof problems

/** True for a code of this module's own; the others belong to the register of the run. */
export function isOwn(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code)
}

/** What is said about one row. Nothing about a person: a column's name, and a short value only where it is a time, a place or a class. */
export interface RowProblem {
  readonly line: number
  readonly code: ProblemCode
  readonly column: string | null
  readonly value: string | null
}
