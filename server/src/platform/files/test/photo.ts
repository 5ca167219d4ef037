import sharp from 'sharp'

/** A photo as a phone takes it, with place and camera in it. */
export async function photoWithPlace(width = 640, height = 480, background = '#3366aa'): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .withExif({
      IFD0: { Make: 'Phone', Model: 'T-1000' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '42/1 1/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '121/1 39/1 0/1' },
    })
    .toBuffer()
}

/** The body and header of a form with one file in it. */
export function form(bytes: Buffer, name = 'photo.jpg', type = 'image/jpeg'): { payload: Buffer; headers: Record<string, string> } {
  const edge = 'linli-edge'
  const head = `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)])
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${edge}` } }
}
