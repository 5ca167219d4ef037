import type { Words } from '@linli/ui'

export const rulingWords = {
  earlier: {
    zh: '同类事已有 {{count}} 件裁决',
    en: '{{count}} earlier rulings in like matters',
    one: '{{count}} earlier ruling in like matters',
  },
  stays: { zh: '裁定仍由{{unit}}办', en: 'Ruled: {{unit}} handles it' },
  goes: { zh: '裁定由{{unit}}办，{{from}}不用办', en: 'Ruled: {{unit}} handles it, not {{from}}' },
  opposed: { zh: '{{at}} 又有相反的裁决', en: 'Ruled otherwise {{at}}' },
  wordsGone: { zh: '裁决原文已随反映人的信息删除。', en: 'The words went with the erased data of the reporter.' },
  objectedFor: { zh: '异议理由：{{reason}}', en: 'objected: {{reason}}' },
  all: { zh: '看这一类的全部裁决', en: 'All rulings of this class' },
} as const satisfies Words
