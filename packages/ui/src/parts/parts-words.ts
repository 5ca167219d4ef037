import type { Words } from '../words/index.ts'

export const holdingWords = {
  spoken: { zh: '在谁手里多久：{{list}}。', en: 'Who held it how long: {{list}}.' },
  limit: { zh: '期限 {{at}}', en: 'Limit {{at}}' },
  current: { zh: '现在', en: 'now' },
  paused: { zh: '计时暂停', en: 'clock paused' },
  asTable: { zh: '看成表', en: 'As a table' },
  who: { zh: '在谁手里', en: 'Held by' },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'Until' },
  long: { zh: '多久', en: 'How long' },
} as const satisfies Words

export const dueWords = {
  latest: { zh: '最晚 {{at}}', en: 'By {{at}}' },
  paused: { zh: '计时暂停', en: 'Clock paused' },
  done: { zh: '已在 {{at}} 完成', en: 'Done {{at}}' },
  none: { zh: '没有期限', en: 'No limit' },
  provisional: { zh: '暂按周一至周五推算', en: 'counted Monday to Friday for now' },
} as const satisfies Words

export const timelineWords = {
  now: { zh: '现在', en: 'now' },
} as const satisfies Words

export const stateWords = {
  loading: { zh: '正在取来', en: 'Loading' },
  retry: { zh: '再试一次', en: 'Try again' },
  code: { zh: '编号 {{code}}', en: 'Code {{code}}' },
  silentTitle: { zh: '没有连上', en: 'No connection' },
  silentDetail: {
    zh: '电脑没有收到服务器的回音。请看看网络，再试一次；写好的内容还在。',
    en: 'The server did not answer. Check the network and try again; what you wrote is still here.',
  },
  mishapTitle: { zh: '这一页没有取来', en: 'This could not be loaded' },
  forbiddenTitle: { zh: '这里不归您的岗位看', en: 'Your posts do not cover this' },
  forbiddenDetail: {
    zh: '看不看得到由岗位和辖区决定。若工作确实需要，请本单位的系统管理员调整岗位。',
    en: 'What you see follows from your posts and their areas. If your work needs it, ask your system administrator for the post.',
  },
  missingTitle: { zh: '没有找到', en: 'Not found' },
  missingDetail: {
    zh: '它不存在，或不在您的辖区里。请核对编号，或回到清单。',
    en: 'It does not exist, or lies outside your area. Check the number, or go back to the list.',
  },
} as const satisfies Words
