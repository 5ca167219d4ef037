import type { Words } from '@linli/ui'

export const inboxWords = {
  title: { zh: '消息', en: 'Messages' },
  unread: { zh: '{{count}} 条没看', en: '{{count}} unread', one: '{{count}} unread' },
  readAll: { zh: '全部标为看过', en: 'Mark all as read' },
  empty: { zh: '还没有消息。您和您岗位上的事有了变化，会写在这里。', en: 'No messages yet. What changes in your matters is written here.' },
  toList: { zh: '看我的清单', en: 'See my list' },
  open: { zh: '打开', en: 'Open' },
  new: { zh: '没看过', en: 'Unread' },
} as const satisfies Words
