const wide = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u3000]/g

/**
 * A cell as a register reads it: digits, letters and blanks of full width made narrow (the rest of the punctuation stays as it was written), without
 * control characters, and without the apostrophe by which our own files keep a spreadsheet program from taking it for a formula.
 */
export function cellText(text: string): string {
  return text
    .replaceAll(wide, (sign) => sign.normalize('NFKC'))
    .replaceAll(/(?![\n\t])\p{Cc}|\p{Surrogate}|\u00a0|\ufeff/gu, ' ')
    .trim()
    .replace(/^'(?=[=+\-@])/, '')
}
