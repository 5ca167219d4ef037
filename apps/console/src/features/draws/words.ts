import type { Words } from '@linli/ui'

export const drawWords = {
  title: { zh: '回访抽签', en: 'Callback draw' },
  explain: {
    zh: '七天没有评价的事，由抽签决定回访谁。种子的哈希事先公布，种子在该周结束两周后公布，谁都能核对。办理的人看不到抽中了谁。',
    en: 'When a reporter says nothing for seven days, a lot decides who is called. The hash of the seed is published before, the seed two weeks after the week, for anybody to check. Who handled a matter cannot see whether it was drawn.',
  },
  week: { zh: '周', en: 'Week' },
  days: { zh: '{{from}} 至 {{to}}', en: '{{from}} to {{to}}' },
  hash: { zh: '种子的哈希', en: 'Hash of the seed' },
  published: { zh: '种子', en: 'Seed' },
  until: { zh: '{{at}} 公布', en: 'published on {{at}}' },
  done: { zh: '已公布', en: 'published' },
  drawn: { zh: '抽中 / 没有评价的', en: 'Drawn / silent' },
  number: { zh: '编号', en: 'Number' },
  lot: { zh: '签', en: 'Lot' },
  percent: { zh: '比例', en: 'Share' },
  result: { zh: '结果', en: 'Result' },
  yes: { zh: '抽中', en: 'drawn' },
  no: { zh: '没抽中', en: 'not drawn' },
  later: { zh: '种子公布后可见', en: 'shown once the seed is published' },
  empty: { zh: '这一周您的区域没有参加抽签的事。', en: 'No matter of your area took part that week.' },
  none: { zh: '还没有抽签。', en: 'There is no draw yet.' },
  seedIs: { zh: '种子 {{seed}}', en: 'Seed {{seed}}' },
  publicPage: { zh: '公示页', en: 'Public page' },
} as const satisfies Words
