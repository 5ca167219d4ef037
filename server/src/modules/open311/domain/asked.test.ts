import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '#platform/refusal'
import { readWanted } from './asked.ts'
import { readPosted } from './posted.ts'
import { readTime, w3Time } from './times.ts'

const now = new Date('2026-11-23T01:00:00Z')

function codeOf(work: () => unknown): string {
  try {
    work()
    return 'let through'
  } catch (error) {
    return error instanceof Refusal ? `${error.kind} ${error.code}` : String(error)
  }
}

describe('times', () => {
  it('are written in whole seconds of Asia/Shanghai', () => {
    expect(w3Time(new Date('2026-11-23T01:00:00.999Z'))).toBe('2026-11-23T09:00:00+08:00')
  })

  it('a row is found again by the time that was written for it, whatever its milliseconds', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true }), (at) => {
        const text = w3Time(at)
        expect(readTime('start_date', text, false) <= at).toBe(true)
        expect(readTime('end_date', text, true) >= at).toBe(true)
      }),
    )
  })

  it('are read with their zone; a date is its day in Shanghai; a plus that came as a space is forgiven', () => {
    expect(readTime('start_date', '2026-11-23T00:00:00Z', false).toISOString()).toBe('2026-11-23T00:00:00.000Z')
    expect(readTime('start_date', '2026-11-23T08:00:00 08:00', false).toISOString()).toBe('2026-11-23T00:00:00.000Z')
    expect(readTime('start_date', '2026-11-23', false).toISOString()).toBe('2026-11-22T16:00:00.000Z')
    expect(readTime('end_date', '2026-11-23', true).toISOString()).toBe('2026-11-23T15:59:59.999Z')
  })

  it.each(['2026-11-23T00:00:00', 'yesterday', '2026-02-30', '2026-13-01', '2026-11-23T25:00:00Z', '1700000000', '2026'])(
    '%s is none',
    (text) => {
      expect(codeOf(() => readTime('start_date', text, false))).toBe('invalid open311.bad-date')
    },
  )
})

describe('a list', () => {
  it('is that of the last 90 days, first page, at most 1000, when nothing is said; empty is the same as absent', () => {
    for (const asked of [{}, { status: '', start_date: '', page: '', service_code: ' , ' }]) {
      expect(readWanted(asked, now)).toEqual({
        numbers: null,
        from: new Date('2026-08-25T01:00:00Z'),
        to: now,
        isOpen: undefined,
        codes: undefined,
        page: 1,
        pageSize: 1000,
      })
    }
  })

  it('takes lists by commas and by repetition, and both statuses as none', () => {
    const wanted = readWanted({ service_code: ['01001,01002', '20001'], status: ['open', 'closed'] }, now)
    expect([wanted.codes, wanted.isOpen]).toEqual([['01001', '01002', '20001'], undefined])
    expect(readWanted({ status: 'closed' }, now).isOpen).toBe(false)
    expect(readWanted({ service_request_id: 'a,b' }, now).numbers).toEqual(['a', 'b'])
  })

  it('cuts nothing off a span that was asked for', () => {
    const wanted = readWanted({ start_date: '2020-01-01', end_date: '2026-01-01' }, now)
    expect(wanted.from.getUTCFullYear()).toBe(2019)
    expect(readWanted({ start_date: '2020-01-01' }, now).to).toEqual(now)
  })

  it.each([
    [{ status: 'done' }, 'bad-status'],
    [{ page: '0' }, 'bad-page'],
    [{ page: '-1' }, 'bad-page'],
    [{ page: '1.5' }, 'bad-page'],
    [{ page_size: '1001' }, 'bad-page-size'],
    [{ page_size: 'many' }, 'bad-page-size'],
    [{ start_date: '2026-11-24', end_date: '2026-11-20' }, 'bad-span'],
    [{ service_request_id: Array.from({ length: 1001 }, (_, n) => `n${n}`).join(',') }, 'too-many'],
  ])('%o is refused', (asked, reason) => {
    expect(codeOf(() => readWanted(asked, now))).toBe(`invalid open311.${reason}`)
  })
})

describe('a post', () => {
  const good = { service_code: '01001', lat: '42.02', long: '121.65' }

  it('needs a category and one place; numbers may come as numbers', () => {
    expect(readPosted({ service_code: 1001, lat: 42, long: 121.5 }).point).toEqual({ lon: 121.5, lat: 42 })
    expect(readPosted({ service_code: '1', address_string: '解放大街 1 号' }).address).toBe('解放大街 1 号')
    expect(codeOf(() => readPosted({ ...good, service_code: '' }))).toBe('invalid open311.no-service-code')
    expect(codeOf(() => readPosted({ service_code: '1' }))).toBe('invalid open311.no-place')
    expect(codeOf(() => readPosted({ service_code: '1', lat: '42' }))).toBe('invalid open311.half-place')
    expect(codeOf(() => readPosted({ ...good, lat: '91' }))).toBe('invalid open311.bad-lat')
    expect(codeOf(() => readPosted({ ...good, long: '1e2' }))).toBe('invalid open311.bad-long')
  })

  it('counts characters as people do, and refuses the 4,001st', () => {
    expect(readPosted({ ...good, description: '漏'.repeat(3999) + '🚰' }).description).toHaveLength(4001)
    expect(codeOf(() => readPosted({ ...good, description: '漏'.repeat(4001) }))).toBe('invalid open311.long-description')
  })

  it('takes a phone in any spelling, and no words for one', () => {
    expect(readPosted({ ...good, phone: '+86 138-0000-0001' }).phone).toBe('13800000001')
    expect(readPosted({ ...good, phone: '(412) 555-0100' }).phone).toBe('4125550100')
    expect(codeOf(() => readPosted({ ...good, phone: 'my phone' }))).toBe('invalid open311.bad-phone')
  })

  it('writes names as their language does, and keeps the address of a picture for a person to look at', () => {
    expect(readPosted({ ...good, first_name: '明', last_name: '李' }).name).toBe('李明')
    expect(readPosted({ ...good, first_name: 'Ada', last_name: 'Byron' }).name).toBe('Ada Byron')
    expect(readPosted({ ...good, description: '井盖没了', media_url: 'https://example.org/a.jpg' }).description).toBe(
      '井盖没了\nhttps://example.org/a.jpg',
    )
    expect(readPosted({ ...good, description: '井盖没了', media_url: 'javascript:alert(1)' }).description).toBe('井盖没了')
  })
})
