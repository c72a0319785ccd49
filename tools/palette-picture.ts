import { deflateSync } from 'node:zlib'
import { accentChunk, chunk } from '#server/pages/card-colors.ts'

type Color = readonly [red: number, green: number, blue: number]

/** Colors that differ less can't be told apart in a card, and a palette has at most 256. */
const step = 8
const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
const grounds: readonly Color[] = [
  [255, 255, 255],
  [251, 250, 247],
]

const colorOf = (hex: string): Color => {
  const [red = 0, green = 0, blue = 0] = Buffer.from(hex.slice(1), 'hex')
  return [red, green, blue]
}

const dot = (one: Color, other: Color): number => one[0] * other[0] + one[1] * other[1] + one[2] * other[2]
const minus = (one: Color, other: Color): Color => [one[0] - other[0], one[1] - other[1], one[2] - other[2]]

/** How much of the accent a color has if it is a mixture with the ground, and how far it is from any such mixture. */
function mixture(color: Color, accent: Color, ground: Color) {
  const [line, own] = [minus(accent, ground), minus(color, ground)]
  const share = Math.min(1, Math.max(0, dot(own, line) / dot(line, line)))
  const rest = minus(own, [line[0] * share, line[1] * share, line[2] * share])
  return { share, distance: Math.sqrt(dot(rest, rest)) }
}

/** 0 to 255. A color that is no mixture of the accent and a ground has none of it. */
export function accentShare(color: Color, accent: Color): number {
  const [nearest] = grounds.map((ground) => mixture(color, accent, ground)).toSorted((one, other) => one.distance - other.distance)
  return nearest === undefined || nearest.distance > step * 1.5 ? 0 : Math.round(nearest.share * 255)
}

/** The exact color is that of its first pixel. */
function palettized(pixels: Uint8Array): { readonly indexes: Buffer; readonly palette: readonly Color[] } {
  const known = new Map<number, number>()
  const palette: Color[] = []
  const indexes = Buffer.alloc(pixels.length / 4)
  for (let place = 0; place < indexes.length; place += 1) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(place * 4, place * 4 + 3)
    const key = (Math.round(red / step) << 16) | (Math.round(green / step) << 8) | Math.round(blue / step)
    const index = known.get(key) ?? palette.push([red, green, blue]) - 1
    known.set(key, index)
    indexes[place] = index
  }
  if (palette.length > 256) throw new Error(`The picture has ${palette.length} colors, and a palette at most 256`)
  return { indexes, palette }
}

function header(width: number, height: number): Buffer {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width, 0)
  data.writeUInt32BE(height, 4)
  data.set([8, 3, 0, 0, 0], 8)
  return data
}

type Picture = { readonly pixels: Uint8Array; readonly width: number; readonly height: number; readonly accent: string }

/** A PNG with a palette that says how much of the accent is in each color. https://www.w3.org/TR/png-3/#11PLTE */
export function palettePicture({ pixels, width, height, accent }: Picture): Buffer {
  const { indexes, palette } = palettized(pixels)
  const rows = Array.from({ length: height }, (_, row) =>
    Buffer.concat([Buffer.alloc(1), indexes.subarray(row * width, (row + 1) * width)]),
  )
  const shares = Buffer.from([...colorOf(accent), ...palette.map((color) => accentShare(color, colorOf(accent)))])
  return Buffer.concat([
    signature,
    chunk({ type: 'IHDR', data: header(width, height) }),
    chunk({ type: accentChunk, data: shares }),
    chunk({ type: 'PLTE', data: Buffer.from(palette.flat()) }),
    chunk({ type: 'IDAT', data: deflateSync(Buffer.concat(rows), { level: 9 }) }),
    chunk({ type: 'IEND', data: Buffer.alloc(0) }),
  ])
}
