import { describe, it } from 'vitest'
import { withBrowser } from './browser.ts'
import { pages } from './gallery/pages.ts'
import { expectCalmEverywhere } from './gallery/visit.ts'

withBrowser()

describe('the hand', () => {
  it.each(pages.filter(({ face }) => face === 'hand'))(
    '$name is calm at both widths, in both languages, by day and by night',
    expectCalmEverywhere,
  )
})
