import sharp from 'sharp'

/** An invented street scene; another number, another scene. */
export async function scene(number: number, width = 1200, height = 900): Promise<Buffer> {
  let state = number * 7919 + 13
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const colour = (): string => `rgb(${[next(), next(), next()].map((one) => Math.floor(one * 255)).join(',')})`
  const things = Array.from({ length: 14 }, () => {
    const [x, y, fill] = [next() * width, next() * height, colour()]
    return next() < 0.5
      ? `<rect x="${x}" y="${y}" width="${(next() * width) / 3}" height="${(next() * height) / 3}" fill="${fill}"/>`
      : `<circle cx="${x}" cy="${y}" r="${(next() * width) / 7}" fill="${fill}"/>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${colour()}"/>${things.join('')}</svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 92 }).toBuffer()
}

/** The same picture as somebody sends it again: cropped by a share of each side, darker or lighter, squeezed. */
export async function again(photo: Buffer, { crop = 0, brightness = 1, quality = 80, width = 0 } = {}): Promise<Buffer> {
  const { width: w = 0, height: h = 0 } = await sharp(photo).metadata()
  const [left, top] = [Math.round(w * crop), Math.round(h * crop)]
  const cut = sharp(photo).extract({ left, top, width: w - 2 * left, height: h - 2 * top })
  const shaded = brightness === 1 ? cut : cut.modulate({ brightness })
  return (width > 0 ? shaded.resize(width) : shaded).jpeg({ quality }).toBuffer()
}
