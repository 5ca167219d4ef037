import type { Words } from '@linli/ui'

export const worklistWords = {
  title: { zh: '我的清单', en: 'My list' },
  count: { zh: '{{count}} 件在等', en: '{{count}} waiting', one: '{{count}} waiting' },
  countMore: { zh: '{{count}} 件以上在等', en: 'More than {{count}} waiting' },
  late: { zh: '{{count}} 件超期', en: '{{count}} late', one: '{{count}} late' },
  allPosts: { zh: '全部岗位', en: 'All posts' },
  post: { zh: '按岗位看', en: 'By post' },
  groupLate: { zh: '已超期', en: 'Late' },
  groupToday: { zh: '今天到期', en: 'Due today' },
  groupTomorrow: { zh: '明天到期', en: 'Due tomorrow' },
  groupWeek: { zh: '七天内到期', en: 'Due within 7 days' },
  groupLater: { zh: '更晚', en: 'Later' },
  groupNone: { zh: '没有期限', en: 'Without a limit' },
  emergency: { zh: '紧急', en: 'Emergency' },
  more: { zh: '再取一些', en: 'Load more' },
  empty: { zh: '没有事在等您。新的事来了，会自己出现在这里。', en: 'Nothing waits for you. New matters appear here by themselves.' },
  emptyFiltered: { zh: '这样筛选下没有在等的事。', en: 'Nothing waits under this filter.' },
  clear: { zh: '看全部', en: 'Show all' },
  toCases: { zh: '看全部诉求', en: 'See all matters' },
  back: { zh: '回到清单', en: 'Back to the list' },
  keys: { zh: 'j / k 下一件、上一件 · Enter 办这件 · ⌘K 查找', en: 'j / k next, previous · Enter to act · ⌘K to find' },
} as const satisfies Words
