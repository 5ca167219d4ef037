const z = 1.959963984540054

/** The 95 % interval of a share found in a sample (Wilson 1927), as parts of one; null of nothing. */
export function wilson(n: number, base: number): { readonly low: number; readonly high: number } | null {
  if (base <= 0) return null
  const share = n / base
  const square = (z * z) / base
  const middle = (share + square / 2) / (1 + square)
  const half = (z * Math.sqrt((share * (1 - share)) / base + square / (4 * base))) / (1 + square)
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
