import type { Words } from '@linli/ui'

export const precedentWords = {
  title: { zh: '裁决先例', en: 'Rulings' },
  explain: {
    zh: '单位提出异议后的裁定。同类的事照着办；说法相同的几件可以写进派单目录。',
    en: 'What was ruled when units objected. Like matters follow them; rulings that say the same can become a rule of the directory.',
  },
  words: { zh: '裁决里的字句', en: 'Words of the ruling' },
  category: { zh: '类别', en: 'Class' },
  area: { zh: '区划', en: 'Area' },
  unit: { zh: '单位', en: 'Unit' },
  none: { zh: '没有这样的裁决。', en: 'There are no such rulings.' },
  choose: { zh: '选中：由{{unit}}办', en: 'Choose: {{unit}} handles it' },
  makeRule: { zh: '写成目录规则', en: 'Make it a rule' },
  makeRuleExplain: {
    zh: '选中的 {{count}} 件裁决都定由{{unit}}办。写进派单目录的草稿（没有草稿就新起一份），规则里注明这些裁决；看过影响、发布以后才生效。',
    en: '{{count}} chosen: {{unit}} handles such matters. The rule goes into the draft of the directory (one is begun if there is none) and names these rulings; it decides once the draft was looked at and published.',
  },
} as const satisfies Words
