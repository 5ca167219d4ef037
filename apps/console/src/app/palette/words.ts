import type { Words } from '@linli/ui'

export const paletteWords = {
  label: { zh: '找人、找事、找地方', en: 'Find people, matters, places' },
  placeholder: { zh: '编号、事由、单位、社区，或要做什么……', en: 'Number, words, unit, community, or what to do…' },
  moves: { zh: '这件事可以', en: 'With this matter' },
  pages: { zh: '页面', en: 'Pages' },
  cases: { zh: '诉求', en: 'Matters' },
  units: { zh: '单位', en: 'Units' },
  areas: { zh: '地方', en: 'Areas' },
  components: { zh: '部件', en: 'Components' },
  places: { zh: '楼栋和场所', en: 'Buildings and places' },
  casesOf: { zh: '看它手里的诉求', en: 'its matters' },
  casesIn: { zh: '看这里的诉求', en: 'matters here' },
  nothing: {
    zh: '没有找到「{{q}}」。可以换个说法，或只写编号的几位。',
    en: 'Nothing found for “{{q}}”. Try other words, or a part of the number.',
  },
  keys: { zh: '↑ ↓ 选择，回车打开，Esc 关上', en: '↑ ↓ to choose, Enter to open, Esc to close' },
} as const satisfies Words

/** What people also call the pages: the search finds them by these. */
export const alsoWords = {
  list: { zh: '待办 工单 等我办', en: 'to do, waiting, tasks' },
  intake: { zh: '接电话 来电 来访 新建 上报 受理', en: 'call, visit, new, report' },
  dispatch: { zh: '派单 转办 交办', en: 'assign, send, triage' },
  cases: { zh: '工单 投诉 案件 查询 导出', en: 'cases, complaints, search, export' },
  map: { zh: '位置 网格 在哪里', en: 'where, places' },
  inbox: { zh: '通知 提醒', en: 'notices, inbox' },
  answers: { zh: '模板 回复 话术', en: 'templates, replies' },
  areas: { zh: '社区 街道 村 网格', en: 'communities, villages, divisions' },
  orgs: { zh: '单位 部门 物业 小区 党组织', en: 'units, departments, companies' },
  places: { zh: '楼 房屋 小场所 商店 饭店 五多 地址', en: 'buildings, shops, addresses' },
  posts: { zh: '权限 角色 谁在岗', en: 'roles, rights, staff' },
  components: { zh: '井盖 路灯 垃圾桶 电线杆 充电桩 二维码 标签', en: 'lamps, covers, bins, poles, chargers, labels' },
  catalogue: { zh: '分类 事项 部件', en: 'categories, classes' },
  directory: { zh: '规则 归谁管 职责', en: 'rules, who handles what' },
  calendar: { zh: '节假日 放假 调休 上班', en: 'holidays, working days' },
  limits: { zh: '时限 几天 超期', en: 'deadlines, days' },
  imports: { zh: '批量 表格 台账', en: 'bulk, spreadsheet, registers' },
  jobs: { zh: '失败 重试 队列 任务', en: 'failed, retry, queue' },
  accounts: { zh: '密码 登录 用户 密钥', en: 'passwords, users, keys' },
  audit: { zh: '日志 谁看过', en: 'log, who looked' },
} as const satisfies Words
