import { refuse } from '#platform/refusal'

/** From the province down to the grid. GB/T 2260 gives the first three, the statistics office the next two, the city the grid. */
export const LEVELS = ['province', 'city', 'county', 'town', 'community', 'grid'] as const
export type Level = (typeof LEVELS)[number]

/** Digits of a whole code at each level: 2 + 2 + 2 (county) + 3 (town) + 3 (community) + 3 (grid). */
const DIGITS = [2, 4, 6, 9, 12, 15] as const
const SHAPE = /^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$/

/** Whether a text has the shape of an area code, with or without its trailing zero groups. */
export function isCode(text: string): boolean {
  return SHAPE.test(text) && !/^0+$/.test(text)
}

/**
 * The scope of a code: the code without its trailing zero groups. `210911000000` → `210911`, `210900` → `2109`, and
 * `210921100` stays, because its zeroes are part of a group. It is the form in which areas are stored and compared.
 * @throws Refusal `areas.code-malformed` (422)
 */
export function scopeOf(code: string): string {
  if (!isCode(code)) {
    throw refuse('invalid', 'areas.code-malformed', {
      zh: `“${code.slice(0, 40)}”不是区划代码。区划代码为 2、4、6、9、12 或 15 位数字。`,
      en: `“${code.slice(0, 40)}” is no area code. Area codes have 2, 4, 6, 9, 12 or 15 digits.`,
    })
  }
  let scope = code
  for (let i = DIGITS.length - 1; i > 0; i -= 1) {
    const [whole, above] = [DIGITS[i] as number, DIGITS[i - 1] as number]
    if (scope.length === whole && /^0+$/.test(scope.slice(above))) scope = scope.slice(0, above)
  }
  return scope
}

/** The level of a code, told by the length of its scope. @throws Refusal `areas.code-malformed` */
export function levelOf(code: string): Level {
  return LEVELS[DIGITS.indexOf(scopeOf(code).length as (typeof DIGITS)[number])] as Level
}

/** The scope one level up, or null above a province. A city without counties has its towns directly below it. */
export function parentOf(code: string): string | null {
  const scope = scopeOf(code)
  const above = DIGITS[DIGITS.indexOf(scope.length as (typeof DIGITS)[number]) - 1]
  return above === undefined ? null : scopeOf(scope.slice(0, above))
}

/** All scopes from the province down to the code itself. */
export function pathOf(code: string): string[] {
  const scope = scopeOf(code)
  const parent = parentOf(scope)
  return parent === null ? [scope] : [...pathOf(parent), scope]
}

/** Whether the area `scope` contains `code`, or is it: by prefix, as architecture.md section 5 fixes it. */
export function covers(scope: string, code: string): boolean {
  return scopeOf(code).startsWith(scopeOf(scope))
}

/** The code filled with zero groups to 6 or 12 digits, as other systems write it. A longer code is not shortened. */
export function padded(code: string, digits: 6 | 12): string {
  return scopeOf(code).padEnd(digits, '0')
}

/** The six-digit county (or city, where a matter is known no nearer) that a code lies in: the region of rows born there. */
export function regionOfArea(code: string): string {
  return padded(code, 6).slice(0, 6)
}
