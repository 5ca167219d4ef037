import type { Words } from '@linli/ui'

export const caseWords = {
  inHands: { zh: '在 {{who}} 手里', en: 'With {{who}}' },
  text: { zh: '正文', en: 'What was said' },
  photos: { zh: '照片', en: 'Photos' },
  likeness: { zh: '这些照片以前用过', en: 'These photos were used before' },
  likenessWords: {
    zh: '左边是这一件的，右边是先前的。请到现场看一看再下结论。',
    en: 'This matter’s on the left, the earlier one on the right. Look on the spot before you conclude.',
  },
  likenessThis: { zh: '这一件的照片', en: 'Photo of this matter' },
  likenessEarlier: { zh: '先前的照片', en: 'Earlier photo' },
  photo: { zh: '照片 {{n}}', en: 'Photo {{n}}' },
  place: { zh: '位置', en: 'Place' },
  onMap: { zh: '在地图上看', en: 'See on the map' },
  reporter: { zh: '反映人', en: 'Reporter' },
  anonymous: { zh: '没有留姓名和电话', en: 'Left no name or phone' },
  reportedAt: { zh: '{{at}} 上报', en: 'Reported {{at}}' },
  clocks: { zh: '期限', en: 'Limits' },
  orders: { zh: '派单', en: 'Orders' },
  lead: { zh: '主办', en: 'Lead' },
  support: { zh: '协办', en: 'Support' },
  answers: { zh: '答复', en: 'Answers' },
  verdict: { zh: '反映人怎么说', en: 'The reporter’s verdict' },
  satisfied: { zh: '满意度 {{n}} / 5', en: 'Satisfaction {{n}} / 5' },
  timeline: { zh: '经过', en: 'What happened' },
  suggestion: { zh: '建议派给', en: 'Suggested' },
  because: { zh: '为什么', en: 'Why' },
  alternatives: { zh: '也可以', en: 'Or' },
  notChosen: { zh: '没有选它：{{why}}。', en: 'Not chosen: {{why}}.' },
  grounds: { zh: '理由：', en: 'Grounds:' },
  rulesWeighed: { zh: '看了哪些规则', en: 'Which rules were weighed' },
  nobody: { zh: '没有单位', en: 'No unit' },
  noSuggestion: { zh: '派单目录里没有对应的单位，请自行选择。', en: 'The directory names no unit for this; please choose.' },
  useSuggestion: { zh: '照此派单', en: 'Dispatch like this' },
  choose: { zh: '选它', en: 'Choose' },
  yellow: { zh: '黄牌督办', en: 'Yellow card' },
  red: { zh: '红牌督办', en: 'Red card' },
  reminded: { zh: '催办 {{count}} 次', en: 'Reminded {{count}} times', one: 'Reminded once, {{count}} time' },
  escalated: { zh: '已提级', en: 'Escalated' },
  emergency: {
    zh: '紧急情况。先确认已拨打 110 / 119 / 120 / 122，再记录移交。没有记录，就不算移交。',
    en: 'Emergency. First make sure 110 / 119 / 120 / 122 was called, then record the hand-over. Without the record nothing is handed over.',
  },
  print: { zh: '打印', en: 'Print' },
  copyLink: { zh: '复制链接', en: 'Copy the link' },
  copied: { zh: '链接已复制', en: 'Link copied' },
  openAlone: { zh: '单独打开', en: 'Open alone' },
  backToList: { zh: '回到诉求', en: 'Back to the matters' },
  details: { zh: '概况', en: 'In short' },
  channel: { zh: '来源', en: 'Came by' },
  category: { zh: '类别', en: 'Category' },
  severity: { zh: '轻重', en: 'Severity' },
  area: { zh: '所在', en: 'Area' },
  plan: { zh: '后续安排', en: 'Plan' },
  reviewAt: { zh: '复核日期 {{at}}', en: 'Review on {{at}}' },
  emergencyRecord: {
    zh: '{{by}} 于 {{at}} 拨打 {{service}}，已记录移交。',
    en: '{{by}} called {{service}} {{at}}; the hand-over is recorded.',
  },
} as const satisfies Words

export const togetherWords = {
  title: { zh: '一起办的诉求', en: 'Handled together' },
  into: { zh: '并入', en: 'Merged into' },
  answerToAll: {
    zh: '一件事，{{count}} 位反映人：一次答复告诉所有人，各自评价。',
    en: 'One matter of {{count}} reporters: one answer to all, each says how it went.',
  },
  likely: { zh: '好像是同一件事', en: 'Likely the same matter' },
  reports: { zh: '{{count}} 人反映', en: '{{count}} reports' },
  metres: { zh: '相距 {{count}} 米', en: '{{count}} m apart' },
  sameCategory: { zh: '同类', en: 'Same class' },
  words: { zh: '都说到：{{words}}', en: 'Both say: {{words}}' },
  saidSame: { zh: '反映人说和 {{number}} 是同一件。', en: 'The reporter says it is the same as {{number}}.' },
  mergeInto: { zh: '并入它', en: 'Merge into it' },
} as const satisfies Words

export const severityWords = {
  small: { zh: '小事', en: 'Small' },
  large: { zh: '大事', en: 'Large' },
  joint: { zh: '难事', en: 'Hard' },
} as const satisfies Words

export const verdictWords = {
  yes: { zh: '解决了', en: 'Solved' },
  partly: { zh: '解决了一部分', en: 'Partly solved' },
  no: { zh: '没解决', en: 'Not solved' },
  none: { zh: '没有答复', en: 'No answer' },
} as const satisfies Words

export const clockWords = {
  running: { zh: '{{what}}：最晚 {{at}}，{{far}}。', en: '{{what}}: by {{at}}, {{far}}.' },
  late: { zh: '{{what}}：应在 {{at}} 前，{{far}}。', en: '{{what}}: was due {{at}}, {{far}}.' },
  paused: { zh: '{{what}}：从 {{at}} 起暂停计时。', en: '{{what}}: paused since {{at}}.' },
  metInTime: { zh: '{{what}}：{{at}} 完成，按时。', en: '{{what}}: done {{at}}, in time.' },
  metLate: { zh: '{{what}}：{{at}} 完成，晚了 {{length}}。', en: '{{what}}: done {{at}}, {{length}} late.' },
  provisional: { zh: '日历还没有公布，暂按周一至周五推算。', en: 'The calendar is not published yet; counted Monday to Friday for now.' },
} as const satisfies Words

export const moveWords = {
  more: { zh: '更多', en: 'More' },
  done: { zh: '已记下：{{what}}。', en: 'Recorded: {{what}}.' },
  unitFor: { zh: '{{unit}}：{{move}}', en: '{{unit}}: {{move}}' },
} as const satisfies Words

export const revealWords = {
  open: { zh: '看姓名电话', en: 'Show name and phone' },
  purpose: { zh: '看它做什么用', en: 'What it is needed for' },
  handle: { zh: '办理这件事', en: 'To handle the matter' },
  callback: { zh: '回电或回访', en: 'To call back' },
  verify: { zh: '核查结果', en: 'To verify the result' },
  emergency: { zh: '紧急情况', en: 'Emergency' },
  explain: { zh: '用途会记录在案，反映人看得到谁看过。', en: 'The purpose is recorded, and the reporter can see who looked.' },
  submit: { zh: '记录用途并显示', en: 'Record the purpose and show' },
  cancel: { zh: '不看了', en: 'Never mind' },
} as const satisfies Words

export const listWords = {
  title: { zh: '诉求', en: 'Matters' },
  q: { zh: '编号或正文里的字', en: 'Number or words' },
  state: { zh: '状态', en: 'State' },
  category: { zh: '类别', en: 'Category' },
  unit: { zh: '承办单位', en: 'Unit' },
  area: { zh: '区划', en: 'Area' },
  channel: { zh: '来源', en: 'Came by' },
  due: { zh: '期限', en: 'Limit' },
  order: { zh: '排序', en: 'Order' },
  dueLate: { zh: '已超期', en: 'Late' },
  dueSoon: { zh: '快到期', en: 'Due soon' },
  byDue: { zh: '先到期的在前', en: 'Due first' },
  byNew: { zh: '新来的在前', en: 'Newest first' },
  clear: { zh: '清除筛选', en: 'Clear the filters' },
  colDue: { zh: '到期', en: 'Due' },
  colDueDate: { zh: '到期日', en: 'Due date' },
  colVerdict: { zh: '反映人评价', en: 'Verdict' },
  place: { zh: '地点', en: 'Place' },
  colTitle: { zh: '事由', en: 'Matter' },
  colNumber: { zh: '编号', en: 'Number' },
  colArea: { zh: '所在', en: 'Area' },
  colHolder: { zh: '主办单位', en: 'Lead unit' },
  colState: { zh: '状态', en: 'State' },
  colReported: { zh: '上报', en: 'Reported' },
  empty: { zh: '这样筛选下没有诉求。', en: 'No matters under these filters.' },
  emptyShort: { zh: '没有找到。一个字太少，请写两个字以上。', en: 'Nothing found. One character is too little; please write two or more.' },
  emptyAll: { zh: '这里还没有诉求。', en: 'There are no matters here yet.' },
  shown: { zh: '已显示 {{count}} 件', en: '{{count}} shown', one: '{{count}} shown' },
  shownMore: { zh: '已显示 {{count}} 件，还有更多', en: '{{count}} shown, and there are more' },
} as const satisfies Words

export const stateWords = {
  submitted: { zh: '已收到', en: 'Received' },
  registered: { zh: '已受理', en: 'Accepted' },
  open: { zh: '办理中', en: 'Being handled' },
  waitingForReporter: { zh: '等反映人补充', en: 'Waiting for the reporter' },
  verifying: { zh: '核查中', en: 'Being verified' },
  callback: { zh: '等反映人评价', en: 'Waiting for a verdict' },
  reopenRequested: { zh: '申请重办', en: 'Reopening asked for' },
  deferred: { zh: '挂账', en: 'Deferred' },
  declineProposed: { zh: '拟不予受理', en: 'Decline proposed' },
  closed: { zh: '已办结', en: 'Closed' },
  declined: { zh: '不予受理', en: 'Declined' },
  referred: { zh: '已告知法定途径', en: 'Lawful channel told' },
  merged: { zh: '合并办理', en: 'Handled together' },
  transferred: { zh: '已转其他县区', en: 'Transferred' },
} as const satisfies Words

export const channelWords = {
  app: { zh: '手机版', en: 'Mobile app' },
  gridWorker: { zh: '网格员', en: 'Grid worker' },
  phone: { zh: '电话', en: 'Phone' },
  visit: { zh: '来访', en: 'Visit' },
  paper: { zh: '纸条', en: 'Paper' },
  proxy: { zh: '代报', en: 'By proxy' },
  import: { zh: '导入', en: 'Import' },
  open311: { zh: '开放接口', en: 'Open311' },
} as const satisfies Words
