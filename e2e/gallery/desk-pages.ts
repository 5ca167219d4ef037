import type { Extra, Page } from './pages.ts'

const on = (
  route: string,
  name: string,
  zh: string,
  en: string,
  account: string | undefined,
  path?: string,
  also?: readonly Extra[],
): Page => ({
  face: 'desk',
  name: `desk-${name}`,
  title: { zh, en },
  route,
  ...(path !== undefined && { path }),
  ...(account !== undefined && { account }),
  ...(also && { also }),
})

const entry: readonly Page[] = [
  on('/sign-in', 'sign-in', '登录', 'Sign in', undefined, undefined, ['dark']),
  on('/invitation/$token', 'invitation', '邀请链接', 'An invitation', undefined, '/invitation/:invitation'),
  on('/invitation/$token', 'invitation-over', '邀请链接已失效', 'An invitation that is over', undefined, '/invitation/nothing'),
  on('/', 'first', '打开就是自己的事', 'The first page of one’s own', 'system'),
  on('$', 'nowhere', '没有这一页', 'No such page', 'dispatcher', '/nowhere'),
]

const matters: readonly Page[] = [
  on('/list', 'list', '我的清单', 'My list', 'housing', undefined, ['dark', 'broken']),
  on('/list', 'list-open', '清单和一件事', 'The list and a matter', 'community', '/list?at=:listed'),
  on('/list', 'list-adjudicator', '裁决人的清单', 'An adjudicator’s list', 'adjudicator', '/list?at=:listed'),
  on('/list', 'list-callback', '回访员的清单', 'A callback agent’s list', 'callback', '/list?at=:listed'),
  on('/list', 'list-verifier', '网格员的清单', 'A grid worker’s list', 'gridworker', '/list?at=:listed'),
  on('/list', 'list-empty', '清单：都办完了', 'My list: nothing waits', 'gridleader'),
  on('/intake', 'intake', '登记', 'Take in', 'hotline', undefined, ['dark']),
  on('/dispatch', 'dispatch', '派单', 'Dispatch', 'dispatcher', undefined, ['dark']),
  on('/dispatch', 'dispatch-open', '派单：看一件', 'Dispatch: one matter', 'dispatcher', '/dispatch?at=:registered'),
  on('/cases', 'cases', '诉求', 'Matters', 'supervisor', undefined, ['dark', 'broken']),
  on('/cases', 'cases-empty', '诉求：一件也没找到', 'Matters: none found', 'supervisor', '/cases?q=没有这样的一件'),
  on('/cases/$id', 'case', '一件诉求', 'A matter', 'supervisor', '/cases/:case', ['dark']),
  on('/cases/$id', 'case-handler', '承办人看一件', 'A matter as its handler', 'housing', '/cases/:waiting'),
  on(
    '/cases/$id',
    'case-unknown',
    '看不到的一件',
    'A matter that one may not see',
    'housing2',
    '/cases/00000000-0000-4000-8000-000000000000',
  ),
  on('/map', 'map', '地图', 'Map', 'dispatcher', undefined, ['dark']),
  on('/components', 'components', '部件', 'Components', 'dispatcher', undefined, ['dark']),
  on('/components', 'components-open', '部件：看一个', 'Components: one', 'dispatcher', '/components?state=damaged,lost&at=:component'),
  on('/components', 'components-empty', '部件：没有找到', 'Components: none found', 'dispatcher', '/components?q=没有这样的一个'),
  on('/components/labels', 'components-labels', '部件标签', 'Labels of components', 'dispatcher', '/components/labels?type=01037'),
  on('/components/spares', 'components-spares', '备件', 'Spare parts', 'dispatcher'),
  on('/components/$id', 'component', '一个部件', 'A component', 'dispatcher', '/components/:component', ['dark']),
  on('/people', 'people', '人户：找人', 'People: finding somebody', 'people', undefined, ['dark']),
  on('/people', 'people-review', '人户：是不是同一个人', 'People: one person or two', 'people', '/people?tab=review'),
  on('/people', 'people-pair', '人户：一对疑似同一人', 'People: a doubtful pair', 'people', '/people?tab=review&at=:doubt'),
  on('/people', 'people-requests', '人户：本人申请', 'People: what persons ask', 'people', '/people?tab=requests'),
  on('/people', 'people-openings', '人户：紧急调阅复核', 'People: emergency openings', 'audit'),
  on('/people', 'people-shares', '人户：人口构成', 'People: shares of an area', 'people', '/people?tab=shares'),
  on('/', 'first-statutory', '法定事项管理员打开的第一页', 'First page of the keeper of statutory matters', 'statutory'),
  on('/people', 'people-one', '人户：一个人', 'People: somebody', 'people', '/people?at=:person&purpose=visit'),
  on('/sensors', 'alarms', '物联：报警', 'Devices: alarms', 'dispatcher', undefined, ['dark']),
  on('/sensors', 'alarms-open', '物联：一条报警', 'Devices: an alarm', 'community', '/sensors?at=:alarm'),
  on('/sensors', 'devices', '物联：设备', 'Devices: the register', 'system', '/sensors?tab=devices'),
  on('/sensors', 'devices-open', '物联：一个设备', 'Devices: one', 'system', '/sensors?tab=devices&at=:device'),
  on('/sensors', 'device-rules', '物联：规则', 'Devices: the rules', 'system', '/sensors?tab=rules&at=water-high'),
  on('/inbox', 'inbox', '消息', 'Notices', 'dispatcher'),
  on('/answers', 'answers', '常用答复', 'Usual answers', 'housing'),
  on('/settings', 'settings', '设置', 'Settings', 'dispatcher', undefined, ['dark']),
]

const figures: readonly Page[] = [
  on('/figures', 'figures', '数据', 'Figures', 'supervisor', undefined, ['dark', 'broken']),
  on('/figures', 'figures-promises', '数据：时限', 'Figures: promises', 'supervisor', '/figures?set=promises'),
  on('/figures', 'figures-results', '数据：结果', 'Figures: results', 'dispatcher', '/figures?set=results'),
  on('/figures', 'figures-effort', '数据：本单位', 'Figures: one unit', 'housinglead', '/figures?set=effort'),
  on('/draws', 'draws', '回访抽签', 'Callback draws', 'supervisor'),
  on('/draws', 'draws-week', '回访抽签：一周', 'Callback draws: a week', 'supervisor', '/draws?at=:week'),
]

const ground: readonly Page[] = [
  on('/areas', 'areas', '区划', 'Areas', 'system', undefined, ['dark']),
  on('/areas', 'areas-open', '区划：一个社区', 'Areas: a community', 'system', '/areas?in=:town&at=:community'),
  on('/areas', 'areas-map', '区划：网格图', 'Areas: the grids', 'system', '/areas?in=:community&view=map'),
  on('/orgs', 'orgs', '组织：单位', 'Bodies: units', 'system', undefined, ['dark']),
  on('/orgs', 'orgs-unit', '组织：一个单位', 'Bodies: a unit', 'system', '/orgs?at=990901-housing'),
  on('/orgs', 'orgs-party', '组织：党组织', 'Bodies: party organisations', 'system', '/orgs?tab=party'),
  on('/orgs', 'orgs-compounds', '组织：小区', 'Bodies: compounds', 'system', '/orgs?tab=compounds'),
  on('/orgs', 'orgs-companies', '组织：物业公司', 'Bodies: property companies', 'system', '/orgs?tab=companies'),
  on('/orgs', 'orgs-staff', '组织：网格力量', 'Bodies: grid staff', 'system', '/orgs?tab=staff'),
  on('/orgs', 'orgs-duty', '组织：包保', 'Bodies: who answers for an area', 'system', '/orgs?tab=duty'),
  on('/orgs', 'orgs-complete', '组织：缺什么', 'Bodies: what is missing', 'system', '/orgs?tab=complete'),
  on('/places', 'places', '房屋与场所：九小场所', 'Places: small places', 'system', undefined, ['dark']),
  on('/places', 'places-open', '房屋与场所：一家', 'Places: one', 'system', '/places?at=:shop'),
  on('/places', 'places-buildings', '房屋与场所：楼栋', 'Places: buildings', 'system', '/places?tab=buildings'),
  on('/places', 'places-building', '房屋与场所：一栋楼', 'Places: a building', 'dispatcher', '/places?tab=buildings&at=:building'),
  on('/places', 'places-kinds', '房屋与场所：类型和周期', 'Places: kinds and cycles', 'system', '/places?tab=kinds'),
  on('/places', 'places-profile', '房屋与场所：五多', 'Places: difficulties', 'system', '/places?tab=profile'),
  on('/posts', 'posts', '岗位', 'Posts', 'system'),
  on('/posts', 'posts-open', '岗位：一个', 'Posts: one', 'security', '/posts?at=:post'),
]

const rules: readonly Page[] = [
  on('/catalogue', 'catalogue', '事项目录', 'Catalogue', 'system', undefined, ['dark']),
  on('/catalogue', 'catalogue-open', '事项目录：一类', 'Catalogue: a category', 'system', '/catalogue?q=楼道&at=20004'),
  on('/directory', 'directory', '派单目录', 'Directory', 'system'),
  on('/directory', 'directory-rules', '派单目录：规则', 'Directory: the rules', 'system', '/directory?edition=1', ['dark']),
  on('/directory', 'directory-changes', '派单目录：和上一版比', 'Directory: changes', 'supervisor', '/directory?edition=1&view=changes'),
  on('/directory', 'directory-effect', '派单目录：看影响', 'Directory: effect', 'supervisor', '/directory?edition=1&view=effect'),
  on('/directory', 'directory-agreements', '派单目录：会商', 'Directory: agreements', 'dispatcher', '/directory?tab=agreements'),
  on('/directory', 'directory-precedents', '派单目录：裁决先例', 'Directory: precedents', 'system', '/directory?tab=precedents'),
  on('/directory', 'directory-returns', '派单目录：退单情况', 'Directory: returns', 'supervisor', '/directory?tab=returns'),
  on('/calendar', 'calendar', '工作日历', 'Calendar', 'system', undefined, ['dark']),
  on('/limits', 'limits', '时限', 'Limits', 'system'),
]

const keeping: readonly Page[] = [
  on('/imports', 'imports', '导入', 'Imports', 'system'),
  on('/jobs', 'jobs', '没办成的后台工作', 'Given-up jobs', 'system'),
  on('/accounts', 'accounts', '账号', 'Accounts', 'security', undefined, ['dark']),
  on('/accounts', 'accounts-open', '账号：一个', 'Accounts: one', 'security', '/accounts?at=:account'),
  on('/accounts', 'accounts-keys', '账号：接口密钥', 'Accounts: API keys', 'security', '/accounts?tab=keys'),
  on('/accounts', 'accounts-refused', '账号：没有权限', 'Accounts: not allowed', 'housing'),
  on('/audit', 'audit', '审计', 'Audit', 'audit', undefined, ['dark']),
]

/** The pages of the desk. */
export const deskPages: readonly Page[] = [...entry, ...matters, ...figures, ...ground, ...rules, ...keeping]
