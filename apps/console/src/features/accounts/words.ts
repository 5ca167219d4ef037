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
  own: { zh: '用「{{name}}」登录', en: 'Sign in with {{name}}' },
  refused: { zh: '统一登录没有成功，请再试一次。', en: 'The city’s own sign-in did not succeed. Please try again.' },
  notOpened: {
    zh: '统一登录认出了您，但您在这里还没有账号。请联系本单位安全管理员。',
    en: 'The city’s own sign-in knows you, but you have no account here yet. Ask your security administrator.',
  },
  ownCode: {
    zh: '统一登录没有核验第二重身份。请用账号、密码和动态口令登录。',
    en: 'The city’s own sign-in did not ask for a second factor. Sign in with account, password and code.',
  },
  locked: { zh: '这个账号已停用。请联系本单位安全管理员。', en: 'This account is locked. Ask your security administrator.' },
  away: {
    zh: '统一登录暂时连不上。请稍后再试，或用账号和密码登录。',
    en: 'The city’s own sign-in cannot be reached. Try again later, or sign in with account and password.',
  },
  resident: { zh: '居民反映问题不用账号，请到', en: 'Residents need no account; report at' },
  mobile: { zh: '手机版', en: 'the mobile app' },
} as const satisfies Words
