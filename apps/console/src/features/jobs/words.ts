import type { Words } from '@linli/ui'

export const jobWords = {
  title: { zh: '后台工作', en: 'Background work' },
  explain: {
    zh: '发通知、刷新页面这类后台工作，三天里试了 25 次都没成，就停在这里。先看原因，修好了再重试。',
    en: 'Telling people, refreshing pages: what failed 25 times in three days stops here. Look at the reason, mend it, then try again.',
  },
  empty: { zh: '没有停下来的后台工作。', en: 'No background work has stopped.' },
  what: { zh: '什么工作', en: 'What' },
  about: { zh: '起因', en: 'Because of' },
  events: { zh: '{{count}} 条', en: '{{count}} events', one: '{{count}} event' },
  attempts: { zh: '试了', en: 'Tried' },
  times: { zh: '{{count}} 次', en: '{{count}} times', one: '{{count}} time' },
  since: { zh: '开始于', en: 'Began' },
  reason: { zh: '停下的原因', en: 'Why it stopped' },
  noReason: { zh: '没有留下原因，看服务器日志。', en: 'No reason was kept; see the log of the server.' },
  retry: { zh: '重试', en: 'Try again' },
  retryExplain: {
    zh: '马上再做，最多再试 25 次。已经做过的不会做第二遍。',
    en: 'It begins at once, with 25 new tries. What was done before is not done twice.',
  },
  begun: { zh: '已经重新开始。', en: 'It has begun again.' },
} as const satisfies Words

/** What the server's reactions do, in words; one without words is shown by its code. */
export const reactionWords = {
  'cases.tell': { zh: '告诉反映人', en: 'Telling the reporter' },
  'cases.refresh': { zh: '刷新打开的页面', en: 'Refreshing open pages' },
  'cases.together': { zh: '给并案的反映人同一个答复', en: 'Giving one answer to all reporters' },
  'cases.repeats': { zh: '查重复照片', en: 'Looking for repeated photos' },
  'cases.forget': { zh: '清除注销的人', en: 'Forgetting an erased person' },
} as const satisfies Words
