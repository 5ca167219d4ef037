import sharp, { type Sharp } from 'sharp'
import { refuse } from '../refusal.ts'

/** A small file may hold a picture of gigabytes; the largest cameras of phones in daily use stay below this. */
const mostPixels = 70_000_000

/** Decoding takes memory by the hundred megabytes, so few are developed at a time. */
const atOnce = 2

/** What is kept of a photo. */
export interface Developed {
  readonly full: Buffer
  readonly small: Buffer
  readonly width: number
  readonly height: number
  /** 64 bits; photos that look alike differ in few. */
  readonly look: Buffer
  /** The same of parts of the photo, 8 bytes each, to recognise what was cropped from it. */
  readonly frames: Buffer
}

sharp.cache(false)

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((go) => waiting.push(go))
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

/** Difference hash: whether each of 8 × 8 fields is brighter than its right neighbour. */
async function lookOf(picture: Sharp): Promise<Buffer> {
  const grey = await picture.greyscale().resize(9, 8, { fit: 'fill' }).raw().toBuffer()
  const look = Buffer.alloc(8)
  for (let row = 0; row < 8; row++) {
    for (let column = 0; column < 8; column++) {
      const brighter = (grey[row * 9 + column] ?? 0) > (grey[row * 9 + column + 1] ?? 0)
      if (brighter) look[row] = (look[row] ?? 0) | (0x80 >> column)
    }
  }
  return look
}

/** Parts that people crop to: left, top, right, bottom edge taken away, as shares of the side. */
const crops = [
  [0.04, 0.04, 0.04, 0.04],
  [0.08, 0.08, 0.08, 0.08],
  [0, 0, 0.1, 0.1],
  [0.1, 0, 0, 0.1],
  [0, 0.1, 0.1, 0],
  [0.1, 0.1, 0, 0],
] as const

async function framesOf(small: Buffer): Promise<Buffer> {
  const { width = 1, height = 1 } = await sharp(small).metadata()
  if (Math.min(width, height) < 32) return Buffer.alloc(0)
  const looks = crops.map(([left, top, right, bottom]) =>
    lookOf(
      sharp(small).extract({
        left: Math.round(width * left),
        top: Math.round(height * top),
        width: Math.round(width * (1 - left - right)),
        height: Math.round(height * (1 - top - bottom)),
      }),
    ),
  )
  return Buffer.concat(await Promise.all(looks))
}

async function decode(bytes: Buffer): Promise<Developed> {
  const upright = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
    .timeout({ seconds: 30 })
    .rotate()
    .flatten({ background: '#ffffff' })
    .resize(2048, 2048, { fit: 'inside', withoutEnlargement: true })
  const { data: full, info } = await upright.jpeg({ quality: 82 }).toBuffer({ resolveWithObject: true })
  const small = await sharp(full).resize(480, 480, { fit: 'inside', withoutEnlargement: true }).jpeg({ quality: 76 }).toBuffer()
  return { full, small, width: info.width, height: info.height, look: await lookOf(sharp(small)), frames: await framesOf(small) }
}

/**
 * Decodes a photo and makes it anew: only pixels pass, no metadata.
 * @throws Refusal `files.unreadable` (422) when it is damaged, too many pixels or a kind of HEIC that this machine cannot read
 */
export async function develop(bytes: Buffer): Promise<Developed> {
  return inTurn(() => decode(bytes)).catch(() => {
    throw refuse('invalid', 'files.unreadable', {
      zh: '这张照片打不开或像素太多，没有保存。请换一张；苹果手机可在“设置—相机—格式”里选“兼容性最佳”。',
      en: 'This photo could not be read or has too many pixels, and was not kept. Please choose another; on an iPhone set Camera – Formats to “Most Compatible”.',
    })
  })
}
