import type { Words } from '@linli/ui'

export const answerWords = {
  title: { zh: '常用答复', en: 'Kept answers' },
  explain: {
    zh: '本单位常用的答复，填反馈时可以直接取用，再按这件事改。只有本单位的人看得到。',
    en: 'Answers that your unit often gives, to begin a feedback with. Only people of your unit see them.',
  },
  empty: { zh: '本单位还没有常用答复。', en: 'Your unit keeps no answers yet.' },
  add: { zh: '新写一条', en: 'Keep an answer' },
  name: { zh: '名称', en: 'Title' },
  nameHelp: { zh: '几个字，好找，例如「换楼道灯」。', en: 'A few words to find it by, such as “stair light replaced”.' },
  text: { zh: '答复', en: 'Answer' },
  textHelp: { zh: '不要写某个人的姓名、电话和住址。', en: 'Without the name, phone or address of any one person.' },
  unit: { zh: '单位', en: 'Unit' },
  changed: { zh: '写于', en: 'Written' },
  remove: { zh: '删除这一条', en: 'Remove it' },
  removeExplain: { zh: '已经答复过的事不受影响。', en: 'Matters answered before stay as they are.' },
  removed: { zh: '删掉了。', en: 'Removed.' },
  keep: { zh: '保存', en: 'Keep' },
  pick: { zh: '取一条常用答复', en: 'Begin with a kept answer' },
  toPage: { zh: '管理常用答复', en: 'Kept answers' },
} as const satisfies Words
