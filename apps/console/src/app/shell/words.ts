import type { Words } from '@linli/ui'

export const pageWords = {
  list: { zh: '我的清单', en: 'My list' },
  intake: { zh: '登记诉求', en: 'Take in' },
  dispatch: { zh: '分派', en: 'Dispatch' },
  cases: { zh: '诉求', en: 'Matters' },
  map: { zh: '地图', en: 'Map' },
  inbox: { zh: '消息', en: 'Messages' },
  settings: { zh: '我的设置', en: 'My settings' },
  areas: { zh: '区划与网格', en: 'Areas and grids' },
  orgs: { zh: '组织', en: 'Organisations' },
  posts: { zh: '岗位与人员', en: 'Posts and people' },
  catalogue: { zh: '类别目录', en: 'Catalogue' },
  directory: { zh: '派单目录', en: 'Directory' },
  imports: { zh: '导入诉求', en: 'Import' },
  accounts: { zh: '账号与会话', en: 'Accounts' },
  answers: { zh: '常用答复', en: 'Kept answers' },
  audit: { zh: '审计', en: 'Audit' },
} as const satisfies Words

export const shellWords = {
  name: { zh: '邻里', en: 'Linli' },
  skip: { zh: '直接到正文', en: 'Skip to the content' },
  menu: { zh: '菜单', en: 'Menu' },
  closeMenu: { zh: '关上菜单', en: 'Close the menu' },
  rail: { zh: '主菜单', en: 'Main menu' },
  work: { zh: '日常', en: 'Daily work' },
  care: { zh: '登记与管理', en: 'Registers' },
  find: { zh: '找人、找事、找地方', en: 'Find people, matters, places' },
  waiting: { zh: '{{count}} 件在等您', en: '{{count}} matters wait for you', one: '{{count}} matter waits for you' },
  late: { zh: '{{count}} 件已超期', en: '{{count}} late', one: '{{count}} late' },
  account: { zh: '{{name}} 的菜单', en: 'Menu of {{name}}' },
  posts: { zh: '岗位', en: 'Posts' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  light: { zh: '换成浅色', en: 'Light colours' },
  dark: { zh: '换成深色', en: 'Dark colours' },
  noPost: { zh: '您的账号还没有岗位', en: 'Your account has no post yet' },
  noPostDetail: {
    zh: '没有岗位就没有可看的事。请本单位的系统管理员为您设置岗位；居民请用手机版。',
    en: 'Without a post there is nothing to see here. Ask your system administrator for one; residents use the mobile app.',
  },
  toMobile: { zh: '去手机版', en: 'Go to the mobile app' },
} as const satisfies Words
