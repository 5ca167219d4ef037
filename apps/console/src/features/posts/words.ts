import type { Words } from '@linli/ui'

export const postWords = {
  title: { zh: '岗位与人员', en: 'Posts and people' },
  explain: {
    zh: '权利只跟着岗位走：什么角色、哪个单位、管到哪里。系统管理员设岗，安全管理员定谁在岗。',
    en: 'Rights follow posts only: a role, in a unit, for an area. The system administrator makes posts, the security administrator says who holds them.',
  },
  role: { zh: '角色', en: 'Role' },
  org: { zh: '单位', en: 'Unit' },
  area: { zh: '辖区', en: 'Area' },
  areas: { zh: '另外还管', en: 'Further areas' },
  areasHelp: { zh: '跨区划的片区，如开发区、专属网格。', en: 'Areas across the tree, such as a development zone.' },
  holders: { zh: '在岗', en: 'Held by' },
  people: { zh: '{{count}} 人', en: '{{count}} people', one: '{{count}} person' },
  vacant: { zh: '空缺', en: 'Vacant' },
  onlyVacant: { zh: '只看空缺', en: 'Only vacant ones' },
  empty: { zh: '没有这样的岗位。', en: 'There is no such post.' },
  add: { zh: '设立岗位', en: 'Establish a post' },
  change: { zh: '调整范围', en: 'Change the areas' },
  abolish: { zh: '撤销岗位', en: 'Abolish the post' },
  abolishExplain: { zh: '撤销后在岗的人不再有这项权利；经过保留。', en: 'Whoever holds it loses these rights; the history stays.' },
  give: { zh: '安排人员', en: 'Give the post' },
  giveExplain: {
    zh: '这个人马上有这个岗位的权利。三员岗位不能由同一人兼任。',
    en: 'The person has the rights of this post at once. Nobody can be two of the three administrators.',
  },
  account: { zh: '谁', en: 'Who' },
  take: { zh: '解除', en: 'Take away' },
  nobody: { zh: '现在没有人在岗。', en: 'Nobody holds it now.' },
  since: { zh: '从 {{at}}', en: 'since {{at}}' },
  accounts: { zh: '看账号', en: 'See the accounts' },
} as const satisfies Words

export const roleWords = {
  gridWorker: { zh: '网格员', en: 'Grid worker' },
  gridLeader: { zh: '网格长', en: 'Grid leader' },
  communityDesk: { zh: '社区受理台', en: 'Community desk' },
  hotlineClerk: { zh: '热线话务员', en: 'Hotline clerk' },
  dispatcher: { zh: '派单员', en: 'Dispatcher' },
  departmentHandler: { zh: '部门承办人', en: 'Department handler' },
  departmentLead: { zh: '部门负责人', en: 'Department lead' },
  adjudicator: { zh: '裁决员', en: 'Adjudicator' },
  supervisor: { zh: '督办员', en: 'Supervisor' },
  callbackAgent: { zh: '回访员', en: 'Callback agent' },
  systemAdmin: { zh: '系统管理员', en: 'System administrator' },
  securityAdmin: { zh: '安全管理员', en: 'Security administrator' },
  auditAdmin: { zh: '审计管理员', en: 'Audit administrator' },
} as const satisfies Words
