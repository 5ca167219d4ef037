import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { isSafeArchive, mostUnpacked } from './archive.ts'
import { archive } from '../test/archive.ts'

async function workbook(text = '路灯不亮了'): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('one').addRow(['编号', text])
  return Buffer.from(await book.xlsx.writeBuffer())
}

describe('an archive may be unpacked', () => {
  it('when it is a workbook', async () => {
    expect(await isSafeArchive(await workbook())).toBe(true)
    expect(await isSafeArchive(archive([{ name: 'a.xml', text: 'a'.repeat(1000) }]))).toBe(true)
  })

  it('not when it would become too large, in all or in its strings', async () => {
    const large = archive([{ name: 'xl/sharedStrings.xml', text: 'a'.repeat(200_000) }])
    expect(large.length).toBeLessThan(1000)
    expect(await isSafeArchive(large)).toBe(true)
    expect(await isSafeArchive(large, { ...mostUnpacked, all: 100_000 })).toBe(false)
    expect(await isSafeArchive(large, { ...mostUnpacked, strings: 100_000 })).toBe(false)
  })

  it('not when it is larger or smaller than it says', async () => {
    expect(await isSafeArchive(archive([{ name: 'a', text: 'a'.repeat(100_000), says: 10 }]))).toBe(false)
    expect(await isSafeArchive(archive([{ name: 'a', text: 'a'.repeat(10), says: 100_000 }]))).toBe(false)
  })

  it('not when its files overlap, so that one is many', async () => {
    const one = { name: 'a', text: 'a'.repeat(1000) }
    expect(await isSafeArchive(archive([one, one], { overlapping: true }))).toBe(false)
  })

  it('not when it hides a file before the first or has too many', async () => {
    const good = archive([{ name: 'a', text: 'a' }])
    const many = archive(Array.from({ length: 20 }, (_, n) => ({ name: `${n}`, text: 'a' })))
    expect(await isSafeArchive(many, { ...mostUnpacked, files: 10 })).toBe(false)
    expect(await isSafeArchive(archive([{ name: 'a', text: 'a' }], { before: deflateRawSync(Buffer.alloc(90_000, 97)) }))).toBe(false)
    expect(await isSafeArchive(good)).toBe(true)
  })

  it.each([0, 1, 21, 22, 60, 200])('not when %i bytes of it are left, and without a fault of ours', async (length) => {
    expect(await isSafeArchive((await workbook()).subarray(0, length))).toBe(false)
  })

  it('and says so without falling when any of its bytes is wrong', async () => {
    const whole = archive([
      { name: 'a', text: 'abc' },
      { name: 'b', text: 'def' },
    ])
    for (let at = 0; at < whole.length; at++) {
      const broken = Buffer.from(whole)
      broken[at] = (broken[at] ?? 0) ^ 0xff
      expect(typeof (await isSafeArchive(broken))).toBe('boolean')
    }
  })
})
