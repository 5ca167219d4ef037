import { qrMatrix } from '@linli/ui/qr'

/** What stands on the picture that one keeps: lines of text, and the secret link as a QR code. */
export interface Slip {
  readonly title: string
  readonly lines: readonly string[]
  readonly link: string
}

const width = 720
const margin = 48
const line = 44

function wrapped(pen: CanvasRenderingContext2D, text: string, most: number): string[] {
  const rows: string[] = []
  let row = ''
  for (const letter of text) {
    if (pen.measureText(row + letter).width > most && row !== '') {
      rows.push(row)
      row = ''
    }
    row += letter
  }
  return [...rows, row]
}

function drawCode(pen: CanvasRenderingContext2D, link: string, top: number): number {
  const matrix = qrMatrix(link)
  const module = Math.floor(320 / matrix.length)
  for (const [r, row] of matrix.entries()) {
    for (const [c, dark] of row.entries()) if (dark) pen.fillRect(margin + c * module, top + r * module, module, module)
  }
  return module * matrix.length
}

/** Draws the slip as a PNG and lets the browser save it; false where it cannot. */
export async function saveSlip(slip: Slip, fileName: string): Promise<boolean> {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (!pen) return false
  const font = (size: number, weight = 400) => `${weight} ${size}px "PingFang SC","Noto Sans CJK SC",sans-serif`
  pen.font = font(28)
  const rows = slip.lines.flatMap((text) => wrapped(pen, text, width - margin * 2))
  canvas.width = width
  canvas.height = margin * 2 + 72 + rows.length * line + 360
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = '#1d2426'
  pen.font = font(36, 600)
  pen.fillText(slip.title, margin, margin + 36)
  pen.font = font(28)
  for (const [index, row] of rows.entries()) pen.fillText(row, margin, margin + 100 + index * line)
  drawCode(pen, slip.link, margin + 100 + rows.length * line)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (!blob) return false
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  return true
}
