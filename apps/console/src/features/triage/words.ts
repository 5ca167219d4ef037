import type { Words } from '@linli/ui'

export const triageWords = {
  title: { zh: '分派', en: 'Dispatch' },
  state: { zh: '看哪些', en: 'Which' },
  both: { zh: '全部待派', en: 'All' },
  submitted: { zh: '待受理', en: 'To accept' },
  registered: { zh: '待派单', en: 'To dispatch' },
  count: { zh: '已显示 {{count}} 件', en: '{{count}} shown', one: '{{count}} shown' },
  countMore: { zh: '已显示 {{count}} 件，还有更多', en: '{{count}} shown, and there are more' },
  empty: { zh: '都派出去了。新的诉求来了，会自己出现在这里。', en: 'All is dispatched. New matters appear here by themselves.' },
  toList: { zh: '回到我的清单', en: 'Back to my list' },
  back: { zh: '回到待派', en: 'Back to the queue' },
  keys: { zh: 'j / k 下一件、上一件 · Ctrl + Enter 派单', en: 'j / k next, previous · Ctrl + Enter to dispatch' },
} as const satisfies Words
