import type { Words } from '@linli/ui'

export const returnWords = {
  title: { zh: '退单情况', en: 'Returns' },
  explain: {
    zh: '这段时间派出的单，哪些单位退回过、什么理由、后来怎样。只说单位，不说人；退得多往往是目录该改。',
    en: 'Of the orders sent in a period: which units returned them, why, and what came of it. Units, never persons; many returns often mean that the directory should change.',
  },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  base: { zh: '退回过的 / 收到的派单', en: 'returned / orders received' },
  byUnit: { zh: '按单位', en: 'By unit' },
  byCategory: { zh: '按类别', en: 'By class' },
  byEdition: { zh: '按目录版次', en: 'By edition' },
  byReason: { zh: '按理由', en: 'By reason' },
  byOutcome: { zh: '后来怎样', en: 'What came of it' },
  returnedOf: { zh: '退回 / 收到', en: 'Returned / received' },
  ofReturned: { zh: '占退回的', en: 'Of those returned' },
  open: { zh: '看{{what}}的退单', en: 'See the returns of {{what}}' },
  none: { zh: '这段时间没有派出单。', en: 'No orders were sent in this period.' },
  rows: { zh: '退回的派单', en: 'Returned orders' },
  noRows: { zh: '没有这样的退单。', en: 'There are no such returns.' },
} as const satisfies Words
