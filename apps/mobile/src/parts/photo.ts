import { newKey } from '@linli/api'
import type { StoredPhoto } from '../store/rows.ts'

/** Longest side of what is sent, in pixels: enough to read a sign, about 300 kB. */
export const longestSide = 1600
const quality = 0.82

/** Width and height after shrinking so that the longest side is at most `most`; never enlarged. */
export function shrunk(width: number, height: number, most: number): { width: number; height: number } {
  const factor = Math.min(1, most / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) }
}

function draw(picture: ImageBitmap): HTMLCanvasElement | null {
  const size = shrunk(picture.width, picture.height, longestSide)
  const canvas = document.createElement('canvas')
  canvas.width = size.width
  canvas.height = size.height
  const pen = canvas.getContext('2d')
  pen?.drawImage(picture, 0, 0, size.width, size.height)
  return pen ? canvas : null
}

/**
 * A photo made small on the phone itself, so that the place and the device written in the file never leave it.
 * Null when the browser cannot read it.
 */
export async function smallPhoto(file: File): Promise<StoredPhoto | null> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const canvas = draw(picture)
    picture.close()
    const blob = canvas && (await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality)))
    return blob ? { key: newKey(), bytes: await blob.arrayBuffer(), type: 'image/jpeg', id: null } : null
  } catch {
    return null
  }
}
