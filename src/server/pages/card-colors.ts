import { crc32 } from 'node:zlib'

/**
 * A private chunk of the cards that `npm run card` draws: the accent color, and how much of it each color of the palette has, from 0 to 255.
 * https://www.w3.org/TR/png-3/#5Chunk-naming-conventions
 */
export const accentChunk = 'acNt'

const signatureLength = 8

type Chunk = { readonly type: string; readonly data: Buffer }

export function chunk({ type, data }: Chunk): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(content))
  return Buffer.concat([length, content, check])
}

/** https://www.w3.org/TR/png-3/#5Chunk-layout */
export function chunksOf(png: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = []
  for (let place = signatureLength; place + 12 <= png.length; ) {
    const length = png.readUInt32BE(place)
    const start = place + 8
    chunks.push({ type: png.toString('latin1', place + 4, start), data: png.subarray(start, start + length) })
    place = start + length + 4
  }
  return chunks
}

const bytesOf = (color: string): Buffer => Buffer.from(color.slice(1), 'hex')

const changed = (palette: Buffer, parts: Buffer, from: Buffer, to: Buffer): Buffer =>
  Buffer.from(
    palette.map((value, index) => {
      const part = (parts[Math.floor(index / 3)] ?? 0) / 255
      const difference = (to[index % 3] ?? 0) - (from[index % 3] ?? 0)
      return Math.min(255, Math.max(0, Math.round(value + part * difference)))
    }),
  )

/** The same picture with another accent color, `#rrggbb`. A picture without the chunk stays as it is. */
export function inAccent(picture: Uint8Array, accent: string): Buffer {
  const png = Buffer.from(picture)
  const chunks = chunksOf(png)
  const shares = chunks.find(({ type }) => type === accentChunk)?.data
  if (shares === undefined) return png
  const recolored = chunks.map((each) =>
    each.type === 'PLTE' ? { ...each, data: changed(each.data, shares.subarray(3), shares.subarray(0, 3), bytesOf(accent)) } : each,
  )
  return Buffer.concat([png.subarray(0, signatureLength), ...recolored.map(chunk)])
}
