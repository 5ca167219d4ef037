/**
 * One thing that was looked at, with what is wrong with it; nothing wrong is passed.
 * @typedef {{ name: string, problems: readonly string[] }} Finding
 */

/**
 * What a step of ./test found.
 * @typedef {{ name: string, passed: number, failed: number, skipped: number, seconds: number, said: string }} Result
 */

/**
 * Counts findings.
 * @param {string} name
 * @param {readonly Finding[]} findings
 * @returns {Omit<Result, 'seconds'>}
 */
export function counted(name, findings) {
  const bad = findings.filter(({ problems }) => problems.length > 0)
  const said = bad.map((finding) => [`✗ ${finding.name}`, ...finding.problems.map((problem) => `    ${problem}`)].join('\n')).join('\n')
  return { name, passed: findings.length - bad.length, failed: bad.length, skipped: 0, said }
}

/** @param {Pick<Result, 'passed' | 'failed' | 'skipped'>} sum */
export function line({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
