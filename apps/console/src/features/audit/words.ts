import type { Words } from '@linli/ui'

export const auditWords = {
  title: { zh: '审计', en: 'Audit' },
  explain: {
    zh: '谁在什么时候做了什么。记录只增不改，每分钟封成一块，块块相连，改一处就断。',
    en: 'Who did what, when. Records are only added, sealed every minute into chained blocks: a change anywhere breaks the chain.',
  },
  action: { zh: '动作', en: 'Action' },
  actor: { zh: '谁(账号编号)', en: 'Who (account id)' },
  objectKind: { zh: '对象种类', en: 'Kind of object' },
  objectId: { zh: '对象编号', en: 'Object id' },
  who: { zh: '谁', en: 'Who' },
  object: { zh: '对象', en: 'Object' },
  at: { zh: '时间', en: 'When' },
  facts: { zh: '要点', en: 'Facts' },
  fact: { zh: '{{name}}：{{value}}', en: '{{name}}: {{value}}' },
  between: { zh: '；', en: '; ' },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'Until' },
  empty: { zh: '这样筛选下没有记录。', en: 'No entries under these filters.' },
  verify: { zh: '核验审计链', en: 'Verify the chain' },
  verifying: { zh: '正在核验，已看过 {{blocks}} 块、{{rows}} 行', en: 'Verifying: {{blocks}} blocks, {{rows}} rows so far' },
  whole: {
    zh: '审计链完整：{{blocks}} 块、{{rows}} 行，没有断处。',
    en: 'The chain is whole: {{blocks}} blocks, {{rows}} rows, no break.',
  },
  broken: {
    zh: '审计链有 {{count}} 处断开，请立即报告。',
    en: 'The chain is broken in {{count}} places; report it at once.',
    one: 'The chain is broken in {{count}} place; report it at once.',
  },
  block: { zh: '第 {{n}} 块：{{what}}', en: 'Block {{n}}: {{what}}' },
  post: { zh: '岗位', en: 'Post' },
} as const satisfies Words
