import { createRequire } from 'node:module'
import type * as Pinyin from 'pinyin-pro'

const require = createRequire(import.meta.url)

/** First letters of the pinyin of a text, lower case; what is not Chinese stays, sign by sign or (`consecutive`) as it is written. */
export function firstLetters(text: string, nonZh: 'spaced' | 'consecutive' = 'spaced'): string {
  const { pinyin } = require('pinyin-pro') as typeof Pinyin // its tables are large, and few processes need them
  return pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh }).join('').toLowerCase()
}
