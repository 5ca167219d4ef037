import type { Words } from '@linli/ui'

export const paletteWords = {
  label: { zh: '找人、找事、找地方', en: 'Find people, matters, places' },
  placeholder: { zh: '编号、事由、单位、社区……', en: 'Number, words, unit, community…' },
  pages: { zh: '页面', en: 'Pages' },
  cases: { zh: '诉求', en: 'Matters' },
  units: { zh: '单位', en: 'Units' },
  areas: { zh: '地方', en: 'Places' },
  casesOf: { zh: '看它手里的诉求', en: 'its matters' },
  casesIn: { zh: '看这里的诉求', en: 'matters here' },
  nothing: {
    zh: '没有找到「{{q}}」。可以换个说法，或只写编号的几位。',
    en: 'Nothing found for “{{q}}”. Try other words, or a part of the number.',
  },
  keys: { zh: '↑ ↓ 选择，回车打开，Esc 关上', en: '↑ ↓ to choose, Enter to open, Esc to close' },
} as const satisfies Words
