import { refuse } from '#platform/refusal'
import { levelOf, scopeOf } from './code.ts'

/** 001–999 to a community. */
const MOST = 999

/**
 * The next grid code of a community: one above the highest ever given. A number is never given twice, not even when the
 * grid was dropped, for old matters keep pointing at it (architecture.md section 5; 001-51).
 * @param given every grid code of the community, dropped ones too
 * @throws Refusal `areas.not-a-community` (422), `areas.numbers-used-up` (409)
 */
export function nextGrid(community: string, given: Iterable<string>): string {
  const scope = scopeOf(community)
  if (levelOf(scope) !== 'community') {
    throw refuse('invalid', 'areas.not-a-community', {
      zh: `网格须划在社区或村下，${scope} 不是社区或村。`,
      en: `Grids belong to a community or village; ${scope} is neither.`,
    })
  }
  let highest = 0
  for (const code of given) {
    if (code.length === 15 && code.startsWith(scope)) highest = Math.max(highest, Number(code.slice(12)))
  }
  if (highest >= MOST) {
    throw refuse('conflict', 'areas.numbers-used-up', {
      zh: `${scope} 的网格编号 001–999 已用完，用过的编号不再使用。`,
      en: `The grid numbers 001–999 of ${scope} are used up; a number is never used again.`,
    })
  }
  return scope + String(highest + 1).padStart(3, '0')
}

const ONES = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** A number below 1,000 as Chinese writes it in names: 第十二网格. */
export function chineseNumber(n: number): string {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor((n % 100) / 10), n % 10]
  const tail = ONES[ones] as string
  if (hundreds > 0) {
    const middle = tens > 0 ? `${ONES[tens]}十` : ones > 0 ? '零' : ''
    return `${ONES[hundreds]}百${middle}${tail}`
  }
  if (tens === 0) return tail || '零'
  return `${tens === 1 ? '' : ONES[tens]}十${tail}`
}

/** The name of a grid that came without one. */
export function gridName(community: string, code: string): string {
  return `${community}第${chineseNumber(Number(code.slice(12)))}网格`
}
