import type { Extra, Page } from './pages.ts'

const on = (route: string, name: string, zh: string, en: string, account?: string, path?: string, also?: readonly Extra[]): Page => ({
  face: 'hand',
  name: `hand-${name}`,
  title: { zh, en },
  route,
  ...(path !== undefined && { path }),
  ...(account !== undefined && { account }),
  ...(also && { also }),
})

/** The pages of the hand. */
export const handPages: readonly Page[] = [
  on('/', 'home', '首页', 'Home', undefined, undefined, ['dark', 'large']),
  on('/', 'home-resident', '首页：有自己的事', 'Home with one’s own matters', 'resident', undefined, ['dark', 'large']),
  on('/', 'home-worker', '首页：网格员', 'Home of a grid worker', 'gridworker'),
  on('/report', 'report', '说件事', 'Report', undefined, undefined, ['dark', 'large']),
  on('/receipt/$id', 'receipt', '送到了', 'Receipt', undefined, '/receipt/:receipt', ['large', 'dark']),
  on('/receipt/$id', 'receipt-gone', '这里没有这张回执', 'No such receipt', undefined, '/receipt/nothing'),
  on('/c/$token', 'follow', '办到哪儿了', 'How it stands', undefined, ':followed', ['dark', 'large']),
  on('/c/$token', 'follow-gone', '没有找到', 'Not found', undefined, '/c/nothing'),
  on('/p/$code', 'component', '扫码看部件', 'A component by its card', undefined, '/p/:plate', ['dark', 'large']),
  on('/p/$code', 'component-worker', '扫码看部件：网格员', 'A component as a grid worker', 'gridworker', '/p/:plate'),
  on('/p/$code', 'component-gone', '没有这个编号', 'No such number', undefined, '/p/12345'),
  on('/mine/$id', 'mine-one', '我的一件事', 'One of mine', 'resident', '/mine/:mine', ['large', 'broken']),
  on('/find', 'find', '查一件事', 'Find', undefined, undefined, ['large']),
  on('/draws', 'draws', '回访抽签', 'Callback draws', undefined, undefined, ['large']),
  on('/mine', 'mine', '我的事', 'Mine', 'resident', undefined, ['dark', 'large', 'broken']),
  on('/mine', 'mine-empty', '我的事：还没有', 'Mine: none yet'),
  on('/inbox', 'inbox', '消息', 'Notices', 'resident', undefined, ['large']),
  on('/waiting', 'waiting', '还没送到的', 'Not sent yet', 'resident', undefined, ['large']),
  on('/sign-in', 'sign-in', '登录', 'Sign in', undefined, undefined, ['large']),
  on('/me', 'me', '我', 'Me', 'resident', undefined, ['dark', 'large']),
  on('/me', 'me-visitor', '我：没有登录', 'Me, not signed in'),
  on('/looks', 'looks', '谁看过我的信息', 'Who looked', 'resident', undefined, ['large']),
  on('/devices', 'devices', '登录的设备', 'Devices', 'resident', undefined, ['large']),
  on('/password', 'password', '改密码', 'Password', 'resident', undefined, ['large']),
  on('/work', 'work', '今天的事', 'Today’s work', 'gridworker', undefined, ['dark', 'large', 'broken']),
  on('/work', 'work-refused', '今天的事：居民没有', 'Work: none for a resident', 'resident'),
  on('/work/$caseId', 'work-one', '手上的一件', 'A matter in hand', 'gridworker', '/work/:waiting', ['dark', 'large']),
  on('/on-the-spot', 'on-the-spot', '当场', 'On the spot', 'gridworker', undefined, ['large']),
  on('/nothing-here', 'lost', '没有这一页', 'No such page', undefined, '/nothing-here', ['large']),
]
