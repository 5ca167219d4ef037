import type { Words } from '@linli/ui'

export const signInWords = {
  title: { zh: '登录工作台', en: 'Sign in to the desk' },
  account: { zh: '账号', en: 'Account' },
  password: { zh: '密码', en: 'Password' },
  code: { zh: '动态口令', en: 'One-time code' },
  codeHelp: { zh: '打开口令器，填上面的 6 位数字。', en: 'The 6 digits that your authenticator shows.' },
  submit: { zh: '登录', en: 'Sign in' },
  ended: { zh: '登录已经结束，请重新登录，会回到刚才的页面。', en: 'Your session has ended. Sign in again to return to where you were.' },
  chosen: { zh: '密码设好了，请用它登录。', en: 'The password is set. Please sign in with it.' },
  needed: { zh: '请填写账号和密码。', en: 'Please give account and password.' },
  resident: { zh: '居民反映问题不用账号，请到', en: 'Residents need no account; report at' },
  mobile: { zh: '手机版', en: 'the mobile app' },
} as const satisfies Words
