import type { Words } from '@linli/ui'

export const limitWords = {
  title: { zh: '期限与步骤', en: 'Limits and steps' },
  explain: {
    zh: '各地可以自己定期限、省步骤。已经作出的承诺不变，新来的事照新的算。',
    en: 'Places may set limits and leave steps out. Promises that were given stay; new matters follow the new rules.',
  },
  area: { zh: '哪里', en: 'Where' },
  since: { zh: '从 {{at}} 起', en: 'Since {{at}}' },
  never: { zh: '这里没有另外规定，按流程本来的期限。', en: 'Nothing was decided here; the flow’s own limits hold.' },
  clock: { zh: '期限', en: 'Limit' },
  usual: { zh: '流程本来的', en: 'The flow’s own' },
  here: { zh: '这里的', en: 'Here' },
  same: { zh: '一样', en: 'The same' },
  steps: { zh: '可以省的步骤', en: 'Steps that may be left out' },
  used: { zh: '用', en: 'Used' },
  skipped: { zh: '省去', en: 'Left out' },
  step: { zh: '步骤', en: 'Step' },
  change: { zh: '调整', en: 'Change' },
  save: { zh: '保存', en: 'Save' },
  blank: { zh: '空着就按流程本来的期限。', en: 'Blank means the flow’s own limit.' },
  unitOf: { zh: '{{what}}的单位', en: 'Unit of {{what}}' },
  workingDays: { zh: '工作日', en: 'working days' },
  naturalDays: { zh: '自然日', en: 'natural days' },
  hours: { zh: '小时', en: 'hours' },
  minutes: { zh: '分钟', en: 'minutes' },
} as const satisfies Words
