import { Readable } from 'node:stream'
import yazl from 'yazl'

/*
 * A workbook of one sheet (ECMA-376, SpreadsheetML): the five parts that a spreadsheet program asks for, its texts in the cells themselves.
 * The sheet is drawn through the zip by whoever reads it, so that no more of it is made than is taken.
 */

/** Cells as they are written; an empty text is no cell. */
export type Row = readonly (string | number)[]

/** The most characters that a cell of a spreadsheet program holds. */
const mostCharacters = 32_767
/** Characters of the sheet that are made at once. */
const portion = 65_536

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const unusual = /[\p{Cc}\p{Cs}\ufffe\uffff&<>"_]/u

/**
 * A text as XML: without what XML 1.0 has no place for (control characters, halves of a character), and cut to what a cell holds.
 * `_x0041_` would be read as A (ECMA-376 part 1, 22.9.2.19), so its first sign is written as such a number itself.
 */
function xmlText(text: string): string {
  const whole = text.length > mostCharacters ? text.slice(0, mostCharacters) : text
  if (!unusual.test(whole)) return whole
  return whole
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ''))
    .replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign)
}

const textElement = (text: string): string => `<t${/^\s|\s$/.test(text) ? ' xml:space="preserve"' : ''}>${xmlText(text)}</t>`

/** A, B … Z, AA, AB … */
function columnName(column: number): string {
  const letter = String.fromCodePoint(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

type Draw = (row: Row, line: number, style?: string) => string

/** Draws a row of the sheet; its line counts from 1. */
function drawing(columns: number): Draw {
  const names = Array.from({ length: columns }, (_, column) => columnName(column))
  return (row, line, style = '') => {
    let cells = ''
    for (const [column, value] of row.entries()) {
      const name = names[column] ?? columnName(column)
      if (typeof value === 'number' && Number.isFinite(value)) cells += `<c r="${name}${line}"${style}><v>${value}</v></c>`
      else if (value !== '') cells += `<c r="${name}${line}"${style} t="inlineStr"><is>${textElement(String(value))}</is></c>`
    }
    return `<row r="${line}">${cells}</row>`
  }
}

async function* sheetText(header: Row, rows: AsyncIterable<Row>): AsyncGenerator<string> {
  const draw = drawing(header.length)
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  const view = `<sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews><sheetFormatPr defaultColWidth="18" defaultRowHeight="15"/>`
  let text = `${declaration}<worksheet xmlns="${main}">${view}<sheetData>${draw(header, 1, ' s="1"')}`
  let line = 1
  for await (const row of rows) {
    text += draw(row, ++line)
    if (text.length < portion) continue
    yield text
    text = ''
  }
  yield `${text}</sheetData></worksheet>`
}

const font = (inside: string): string => `<font>${inside}<sz val="11"/><name val="Calibri"/></font>`

/** What stands beside the sheet, by its place in the zip. The header's style is the second one, bold. */
function parts(sheet: string): Readonly<Record<string, string>> {
  const related = (id: string, what: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${what}" Target="${target}"/>`
  const override = (part: string, what: string): string => `<Override PartName="/xl/${part}.xml" ContentType="${content}.${what}+xml"/>`
  return {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}${override('worksheets/sheet1', 'worksheet')}${override('styles', 'styles')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${relations}">${related('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${xmlText(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}">${related('rId1', 'worksheet', 'worksheets/sheet1.xml')}${related('rId2', 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="2">${font('')}${font('<b/>')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf fontId="1" xfId="0" applyFont="1"/></cellXfs></styleSheet>`,
  }
}

/** The workbook as it is read. A reader that goes away ends the rows; rows that break end the reader. */
export function openWorkbook(sheet: string, header: Row, rows: AsyncIterable<Row>): Readable {
  const zip = new yazl.ZipFile()
  const out = zip.outputStream as Readable
  for (const [place, text] of Object.entries(parts(sheet))) zip.addBuffer(Buffer.from(declaration + text), place)
  const source = Readable.from(sheetText(header, rows))
  source.once('error', (error) => out.destroy(error))
  zip.once('error', (error: Error) => out.destroy(error))
  out.once('close', () => source.destroy())
  zip.addReadStream(source, 'xl/worksheets/sheet1.xml')
  zip.end()
  return out
}
