import type { Say } from '#platform/refusal'
import type { CodeFault } from './code.ts'

/** What is wrong with a text that should be a component's id. */
export const codeFaultSay: Readonly<Record<CodeFault, Say>> = {
  characters: { zh: '标识码只有数字。', en: 'A code has digits only.' },
  length: {
    zh: '标识码是 17 位（2026 版）或 16 位（2013 版）数字。',
    en: 'A code has 17 digits (edition of 2026) or 16 (edition of 2013).',
  },
  division: { zh: '标识码前六位不是县区代码。', en: 'The first six digits are no county.' },
  class: { zh: '标识码第七、八位不是部件大类（01 至 05）。', en: 'Digits seven and eight are no class of components (01 to 05).' },
  sequence: { zh: '标识码后六位是流水号，从 000001 起。', en: 'The last six digits are a number from 000001 on.' },
}
