import { firstLetters } from '#platform/pinyin'

/** First letters of the pinyin of a name, as people type them: 和平街道 → hpjd. Digits and Latin letters stay. */
export function initialsOf(name: string): string {
  return firstLetters(name)
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, 60)
}
