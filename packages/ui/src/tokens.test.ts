import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { palette, propertyOf } from './tokens.ts'
import type { Colour, Scheme } from './tokens.ts'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')

/** Relative luminance of #rrggbb (WCAG 2.2). */
function luminance(hex: string): number {
  const part = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

const grounds: Colour[] = ['paper', 'surface', 'sunken']
const texts: Colour[] = ['ink', 'quiet', 'press', 'done', 'waiting', 'soon', 'late', 'paused', 'party']
const pairs: [Colour, Colour][] = [
  ...texts.flatMap((text) => grounds.map((ground): [Colour, Colour] => [text, ground])),
  ['onPress', 'press'],
  ['onPress', 'pressHover'],
  ['onPress', 'pressActive'],
  ['press', 'pressSoft'],
  ['ink', 'pressSoft'],
  ['done', 'doneSoft'],
  ['waiting', 'waitingSoft'],
  ['soon', 'soonSoft'],
  ['late', 'lateSoft'],
  ['paused', 'pausedSoft'],
  ['ink', 'holdDesk'],
  ['ink', 'holdReporter'],
  ['ink', 'holdVerifier'],
  ['onHoldUnit', 'holdUnit'],
]

describe.each<Scheme>(['light', 'dark'])('the %s colours', (scheme) => {
  it.each(pairs)('%s on %s can be read: 4.5:1', (text, ground) => {
    expect(contrast(palette[scheme][text], palette[scheme][ground])).toBeGreaterThanOrEqual(4.5)
  })

  it('the border of a field is seen on its ground: 3:1', () => {
    expect(contrast(palette[scheme].edge, palette[scheme].surface)).toBeGreaterThanOrEqual(3)
  })

  it('stand in tokens.css with the same values', () => {
    const blocks = css.split(/^ *(?=:root|@media)/m).filter((block: string) => block.includes(`color-scheme: ${scheme};`))
    expect(blocks).toHaveLength(scheme === 'light' ? 1 : 2)
    for (const block of blocks) {
      for (const [name, value] of Object.entries(palette[scheme])) {
        expect(block).toContain(`${propertyOf(name)}: ${value.startsWith('#') ? value.toLowerCase() : value};`)
      }
    }
  })
})
