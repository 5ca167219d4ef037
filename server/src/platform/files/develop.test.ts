import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../refusal.ts'
import { checkIsPhoto } from './content.ts'
import { develop } from './develop.ts'

const camera = {
  IFD0: { Make: 'Prüfkamera', Model: 'T-1000', Software: 'secret-software' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '42/1 1/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '121/1 39/1 0/1' },
}

async function picture(width: number, height: number): Promise<Buffer> {
  const left = await sharp({ create: { width: Math.ceil(width / 2), height, channels: 3, background: '#c02020' } })
    .png()
    .toBuffer()
  return sharp({ create: { width, height, channels: 3, background: '#2040c0' } })
    .composite([{ input: left, left: 0, top: 0 }])
    .jpeg()
    .withExif(camera)
    .toBuffer()
}

/** A picture without noise or edges: nine fields of grey, drawn softly over 320 × 240. */
function drawn(fields: readonly number[]): Promise<Buffer> {
  return sharp(Buffer.from(fields), { raw: { width: 3, height: 3, channels: 1 } })
    .resize(320, 240, { fit: 'fill', kernel: 'cubic' })
    .png()
    .toBuffer()
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'let through',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  )
}

describe('developing a photo', () => {
  it('leaves place, camera and time behind', async () => {
    const taken = await picture(640, 480)
    expect((await sharp(taken).metadata()).exif).toBeDefined()
    expect(taken.includes('T-1000')).toBe(true)
    const { full, small } = await develop(taken)
    for (const kept of [full, small]) {
      const { exif, xmp, iptc, format } = await sharp(kept).metadata()
      expect([exif, xmp, iptc, format]).toEqual([undefined, undefined, undefined, 'jpeg'])
      expect(kept.includes('T-1000')).toBe(false)
      expect(kept.includes('GPS')).toBe(false)
    }
  })

  it('makes large photos smaller, in both sizes, and leaves small ones', async () => {
    const large = await develop(await picture(3000, 1500))
    expect([large.width, large.height]).toEqual([2048, 1024])
    const { width, height } = await sharp(large.small).metadata()
    expect([width, height]).toEqual([480, 240])
    const little = await develop(await picture(100, 60))
    expect([little.width, little.height]).toEqual([100, 60])
  })

  it('turns a photo upright as its camera says', async () => {
    const lying = await sharp(await picture(400, 200))
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const { width, height } = await develop(lying)
    expect([width, height]).toEqual([200, 400])
  })

  it.each(['png', 'webp', 'avif'] as const)('reads %s and keeps jpeg', async (format) => {
    const bytes = await sharp(await picture(64, 64))
      .toFormat(format)
      .toBuffer()
    await checkIsPhoto(bytes)
    expect((await sharp((await develop(bytes)).full).metadata()).format).toBe('jpeg')
  })

  it('gives photos that look alike nearly the same look, others another', async () => {
    const scene = await drawn([40, 90, 200, 160, 20, 230, 120, 60, 180])
    const other = await drawn([210, 30, 80, 20, 190, 60, 90, 240, 10])
    const again = await sharp(scene).resize(200).modulate({ brightness: 1.1 }).jpeg({ quality: 60 }).toBuffer()
    const [one, same, different] = await Promise.all([develop(scene), develop(again), develop(other)])
    const bits = (a: Buffer, b: Buffer): number =>
      [...a].reduce((sum, byte, at) => sum + [...(byte ^ (b[at] ?? 0)).toString(2)].filter((bit) => bit === '1').length, 0)
    expect(bits(one.look, same.look)).toBeLessThanOrEqual(10)
    expect(bits(one.look, different.look)).toBeGreaterThan(20)
  })
})

describe('what is no photo', () => {
  it('refuses an executable, whatever it is called', async () => {
    const elf = Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]), Buffer.alloc(4000)])
    expect(await codeOf(checkIsPhoto(elf))).toBe('files.not-a-photo')
    const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4000)])
    expect(await codeOf(checkIsPhoto(exe))).toBe('files.not-a-photo')
  })

  it('refuses drawings, documents, animations, text and nothing', async () => {
    const bytes = [
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
      '%PDF-1.7\n',
      'GIF89a........................',
      'just words',
      '',
    ]
    for (const one of bytes) expect(await codeOf(checkIsPhoto(Buffer.from(one)))).toBe('files.not-a-photo')
  })

  it('refuses a photo with a page, a script, a document or an archive inside', async () => {
    const photo = await picture(64, 64)
    const archive = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(16), Buffer.from([2, 0]), Buffer.from('!!')])
    for (const more of ['<SCRIPT>alert(1)</SCRIPT>', '<html >', '<!DOCTYPE html>', '<?php echo 1;', '%PDF-1.4', archive]) {
      expect(await codeOf(checkIsPhoto(Buffer.concat([photo, Buffer.from(more)])))).toBe('files.not-a-photo')
    }
    expect(await codeOf(checkIsPhoto(Buffer.concat([photo, Buffer.from('film of a motion photo')])))).toBe('let through')
  })

  it('refuses a damaged photo', async () => {
    const photo = await picture(640, 480)
    expect(await codeOf(develop(photo.subarray(0, photo.length / 3)))).toBe('files.unreadable')
  })

  it('refuses a small file that would unfold to a picture of gigabytes', async () => {
    const bomb = await sharp({ create: { width: 12_000, height: 6_000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    expect(bomb.length).toBeLessThan(2_000_000)
    expect(await codeOf(develop(bomb))).toBe('files.unreadable')
  })
})
