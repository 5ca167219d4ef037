import type { Words } from '@linli/ui'

export const formWords = {
  cancel: { zh: '先不办', en: 'Not now' },
  optional: { zh: '(可不填)', en: '(optional)' },
  kept: { zh: '没写完也不会丢，这个窗口里都在。', en: 'What you write stays in this window until it is sent.' },
  changed: {
    zh: '这里刚才有了变化，已取来最新情况。您写的还在，请核对后再提交。',
    en: 'This has just changed; the latest is shown. What you wrote is kept: please check it and send again.',
  },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  choose: { zh: '选择文件', en: 'Choose a file' },
  chosen: { zh: '{{name}}，{{size}} KB', en: '{{name}}, {{size}} KB' },
} as const satisfies Words
