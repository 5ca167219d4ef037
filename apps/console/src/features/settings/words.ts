import type { Words } from '@linli/ui'

export const settingsWords = {
  title: { zh: '我的设置', en: 'My settings' },
  language: { zh: '语言', en: 'Language' },
  colours: { zh: '颜色', en: 'Colours' },
  system: { zh: '跟随系统', en: 'As the system' },
  light: { zh: '浅色', en: 'Light' },
  dark: { zh: '深色', en: 'Dark' },
  posts: { zh: '我的岗位', en: 'My posts' },
  postsHelp: {
    zh: '看得到什么、能做什么，都由岗位和辖区决定。要调整，请找系统管理员。',
    en: 'What you see and may do follows from your posts and their areas. The system administrator changes them.',
  },
  role: { zh: '岗位', en: 'Post' },
  org: { zh: '单位', en: 'Unit' },
  area: { zh: '辖区', en: 'Area' },
  keys: { zh: '键盘', en: 'Keyboard' },
  keyFind: { zh: '找人、找事、找地方', en: 'Find people, matters, places' },
  keyStep: { zh: '清单里下一件、上一件', en: 'Next, previous in a list' },
  keyAct: { zh: '到这件事的按钮', en: 'To the button of the matter' },
  keySend: { zh: '提交表单', en: 'Send a form' },
  keyClose: { zh: '关上表单或查找', en: 'Close a form or the search' },
} as const satisfies Words
