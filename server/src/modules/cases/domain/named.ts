/** What a name ends in that carries the name in itself: 丽景花园, 人民路, 实验小学. */
const ownEndings = [
  '幼儿园',
  '花园',
  '家园',
  '公寓',
  '公馆',
  '广场',
  '国际',
  '大厦',
  '中心',
  '市场',
  '小学',
  '中学',
  '大学',
  '学院',
  '医院',
  '大道',
  '公园',
  '苑',
  '府',
  '城',
  '园',
  '路',
  '街',
  '镇',
  '村',
  '桥',
  '湖',
  '站',
] // prettier-ignore
/** What stands behind a name without belonging to it: 丽景 in 丽景小区. */
const plainEndings = ['小区', '社区', '楼盘', '项目', '街道', '学校', '公司']
const endings = new RegExp([...ownEndings, ...plainEndings].sort((a, b) => b.length - a.length).join('|'), 'gu')
const own = new Set(ownEndings)
/** What stands before an ending is no name when it is itself the end of a wider place. */
const widerPlace = /[市区县省]/u

/**
 * The names of places in a text without spaces and stops: the two characters before an ending, with the ending's first where it is part of the name.
 * That is little of a long name, and enough to tell one from another: where a name begins cannot be told without a dictionary.
 */
export function placeNames(plain: string): Set<string> {
  const found = new Set<string>()
  for (const { 0: ending, index } of plain.matchAll(endings)) {
    const before = plain.slice(Math.max(0, index - 2), index)
    if (before.length < 2 || widerPlace.test(before)) continue
    found.add(own.has(ending) ? `${before}${ending.charAt(0)}` : before)
  }
  return found
}

/** What is counted where a city counts: lines, buildings, stages, groups. */
const numbered = /([0-9a-z]+|[一二三四五六七八九十]+)(号线|单元|路|期|栋|组|区|街|号|中|小|村)/gu
const digits = '一二三四五六七八九'

/** The numbers of a text by what they count: 「1号线」 and 「七号线」 are two lines, 「二期」 is not 「三期」. */
export function numbersOf(plain: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  const written = plain.replaceAll(/[一二三四五六七八九]/gu, (digit) => String(digits.indexOf(digit) + 1))
  for (const [, number = '', counted = ''] of written.matchAll(numbered)) found.set(counted, (found.get(counted) ?? new Set()).add(number))
  return found
}

/** Whether both count something and agree in none of its numbers. */
export function numbersClash(a: ReadonlyMap<string, ReadonlySet<string>>, b: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  return [...a].some(([counted, numbers]) => {
    const others = b.get(counted)
    return others !== undefined && [...numbers].every((one) => !others.has(one))
  })
}

/** Characters that stand before a name without belonging to it. */
const leading = /^[我们是在于位住处的和与到从对为市区县省]+/u

/** A run of characters parted for a person to read: up to the end of the last name of a place in it, and what comes after. */
export function parted(run: string): { readonly name: string | null; readonly rest: string } {
  const last = [...run.matchAll(endings)].at(-1)
  if (!last) return { name: null, rest: run }
  const end = last.index + last[0].length
  const name = run.slice(0, end).replace(leading, '')
  return { name: name.length >= 3 ? name : null, rest: run.slice(end) }
}
