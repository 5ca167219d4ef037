import type { Say } from '#platform/refusal'

/** What can be wrong with a thing in the street, in one tap: the words that the report begins with. */
export const troubles = ['broken', 'dead', 'missing', 'danger', 'full', 'other'] as const
export type Trouble = (typeof troubles)[number]

export const troubleSay: Readonly<Record<Trouble, Say>> = {
  broken: { zh: '坏了、破了', en: 'Broken' },
  dead: { zh: '不亮、用不了', en: 'Not working' },
  missing: { zh: '不见了', en: 'Gone' },
  danger: { zh: '有危险', en: 'Dangerous' },
  full: { zh: '堵了、满了、脏了', en: 'Blocked, full or dirty' },
  other: { zh: '别的', en: 'Something else' },
}

/** What is reported: the thing by its name and number, what is wrong with it, and what the person wrote beside. */
export function reportText(name: string, code: string, trouble: Trouble, words: string): string {
  const wrong = trouble === 'other' && words !== '' ? words : [troubleSay[trouble].zh, words].filter((part) => part !== '').join('。')
  return `${name}（部件 ${code}）：${wrong}`
}
