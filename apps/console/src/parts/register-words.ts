import type { Words } from '@linli/ui'

export const registerWords = {
  close: { zh: '关上', en: 'Close' },
  done: { zh: '已保存。', en: 'Saved.' },
  none: { zh: '没有', en: 'None' },
  unlimited: { zh: '不限', en: 'Without end' },
} as const satisfies Words
