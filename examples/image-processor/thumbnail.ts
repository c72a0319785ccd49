import { type Picture, readPng, writePng } from './png.ts'

const longestSide = 160

/** The average of the pixels that become one. */
function averaged({ width, height, channels, pixels }: Picture, newWidth: number, newHeight: number): Picture {
  const small = new Uint8Array(newWidth * newHeight * channels)
  const averageOf = (column: number, row: number, channel: number): number => {
    const [fromX, toX] = [Math.floor((column * width) / newWidth), Math.ceil(((column + 1) * width) / newWidth)]
    const [fromY, toY] = [Math.floor((row * height) / newHeight), Math.ceil(((row + 1) * height) / newHeight)]
    let sum = 0
    for (let y = fromY; y < toY; y += 1) for (let x = fromX; x < toX; x += 1) sum += pixels[(y * width + x) * channels + channel] ?? 0
    return Math.round(sum / ((toX - fromX) * (toY - fromY)))
  }
  for (let at = 0; at < small.length; at += 1) {
    const pixel = Math.floor(at / channels)
    small[at] = averageOf(pixel % newWidth, Math.floor(pixel / newWidth), at % channels)
  }
  return { width: newWidth, height: newHeight, channels, pixels: small }
}

/** A PNG of at most 160 pixels on its longer side. Null if the image can't be read. In a product, this is one call of an image library. */
export function thumbnail(image: Uint8Array): Uint8Array | null {
  const picture = readPng(image)
  if (picture === null) return null
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const scaled = (length: number): number => Math.max(1, Math.round(length * scale))
  return writePng(averaged(picture, scaled(picture.width), scaled(picture.height)))
}
