import type { Say } from '#platform/refusal'
import type { Card } from '#mechanisms/metric'

const one = (n: number): string => String(Math.round(Math.abs(n) * 10) / 10)

/**
 * How a value differs from an earlier one, in words: shares in points, counts and means in percent of the earlier value; the two are never
 * mixed (002-52, 002-77). Null when there is nothing to compare.
 */
export function differenceOf(card: Card, value: number | null, earlier: number | null): Say | null {
  if (value === null || earlier === null) return null
  const difference = value - earlier
  if (Math.abs(difference) < 0.05) return { zh: '持平', en: 'the same' }
  if (card.kind === 'share')
    return {
      zh: `${difference > 0 ? '高' : '低'} ${one(difference)} 个百分点`,
      en: `${one(difference)} points ${difference > 0 ? 'higher' : 'lower'}`,
    }
  if (earlier === 0) return null
  const percent = (difference / earlier) * 100
  return { zh: `${difference > 0 ? '多' : '少'} ${one(percent)}%`, en: `${one(percent)} % ${difference > 0 ? 'more' : 'less'}` }
}
