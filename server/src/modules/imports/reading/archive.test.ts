import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { isSafeArchive as isSafe, mostUnpacked } from './archive.ts'
import { inMemory } from './bytes.ts'
import { archive } from '../test/archive.ts'
import { xlsxTable } from './xlsx.ts'

const isSafeArchive = (bytes: Buffer, most = mostUnpacked): Promise<boolean> => isSafe(inMemory(bytes), most)

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

describe('a workbook made to harm', () => {
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
    <!ENTITY e SYSTEM "file:///etc/passwd">]>`
  const book = (cell: string, more: readonly { name: string; text: string }[] = []): Buffer =>
    archive([
      {
        name: 'xl/_rels/workbook.xml.rels',
        text: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      },
      {
        name: 'xl/workbook.xml',
        text: '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="one" sheetId="1" r:id="rId1"/></sheets></workbook>',
      },
      {
        name: 'xl/worksheets/sheet1.xml',
        text: `${laughs}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="str"><v>plain</v></c>${cell}</row></sheetData></worksheet>`,
      },
      ...more,
    ])
  const read = async (bytes: Buffer): Promise<string> => {
    const rows: (readonly string[])[] = []
    try {
      for await (const row of xlsxTable(inMemory(bytes))) rows.push(row.cells ?? [])
    } catch (error) {
      return `refused: ${error instanceof Error ? error.name : ''}`
    }
    return JSON.stringify(rows)
  }

  it('is read as it is when it is none', async () => {
    expect(await read(book('<c r="B1"><v>7</v></c>'))).toBe('[["plain","7"]]')
  })

  it('unfolds no entity and reads no file of ours', async () => {
    for (const entity of ['&c;', '&e;']) {
      const text = await read(book(`<c r="B1" t="str"><v>${entity}</v></c>`))
      expect(text).not.toMatch(/haha|root:/)
    }
  })

  it('computes no formula and follows no link: what a person saw is what is read', async () => {
    const cell = '<c r="B1" t="str"><f>WEBSERVICE("http://evil.example")</f><v>seen</v></c>'
    const link = { name: 'xl/externalLinks/externalLink1.xml', text: '<externalLink/>' }
    expect(await read(book(cell, [link]))).toBe('[["plain","seen"]]')
  })

  it('has no column that no spreadsheet has', async () => {
    expect(await read(book('<c r="ZZZZZZZ1"><v>7</v></c>'))).toMatch(/^refused|^\[\["plain"/)
  })
})
