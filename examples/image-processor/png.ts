import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** Pixels with 8 bits for each channel: red, green, blue, and with four channels alpha. */
export type Picture = { readonly width: number; readonly height: number; readonly channels: 3 | 4; readonly pixels: Uint8Array }

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Images come from outside, and a small file can be a picture of any size. */
const mostPixels = 50_000_000

type Chunk = { readonly type: string; readonly data: Buffer }

// https://www.w3.org/TR/png-3/#5Chunk-layout
function* chunksIn(file: Buffer): Generator<Chunk> {
  for (let at = signature.length; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at)
    yield { type: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, at + 8 + length) }
    at += 12 + length
  }
}

const channelsOf = new Map<number | undefined, 3 | 4>([
  [2, 3],
  [6, 4],
])

// https://www.w3.org/TR/png-3/#11IHDR
function headerIn(data: Buffer | undefined) {
  if (data?.length !== 13) return null
  const [depth, color, , , interlace] = data.subarray(8)
  const channels = channelsOf.get(color)
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)]
  const isReadable = depth === 8 && interlace === 0 && width > 0 && height > 0 && width * height <= mostPixels
  return channels === undefined || !isReadable ? null : { width, height, channels }
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner
  const [byLeft, byUp, byCorner] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)]
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}

type Predictor = (left: number, up: number, corner: number) => number

/** The prediction of each filter for a byte. https://www.w3.org/TR/png-3/#9Filter-types */
const predictors: readonly Predictor[] = [() => 0, (left) => left, (_, up) => up, (left, up) => (left + up) >> 1, paeth]

type Place = { readonly start: number; readonly stride: number; readonly channels: number }

/** Writes a line from its filtered bytes. Those before the first pixel and above the first line count as zero. */
function restoreLine(pixels: Uint8Array, filtered: Uint8Array, predict: Predictor, { start, stride, channels }: Place): void {
  for (const [byte, difference] of filtered.entries()) {
    const at = start + byte
    const [left = 0, corner = 0] = byte < channels ? [] : [pixels[at - channels], pixels[at - stride - channels]]
    pixels[at] = difference + predict(left, pixels[at - stride] ?? 0, corner)
  }
}

/** Null for a filter that doesn't exist, or too few lines. */
function unfiltered(lines: Uint8Array, { height, channels, width }: Omit<Picture, 'pixels'>): Uint8Array | null {
  const stride = width * channels
  if (lines.length !== height * (stride + 1)) return null
  const pixels = new Uint8Array(height * stride)
  for (let line = 0; line < height; line += 1) {
    const at = line * (stride + 1)
    const predict = predictors[lines[at] ?? -1]
    if (predict === undefined) return null
    const filtered = lines.subarray(at + 1, at + 1 + stride)
    restoreLine(pixels, filtered, predict, { start: line * stride, stride, channels })
  }
  return pixels
}

/** Null for a file that isn't a PNG of 8-bit colors without interlacing. */
export function readPng(bytes: Uint8Array): Picture | null {
  const file = Buffer.from(bytes)
  if (!file.subarray(0, signature.length).equals(signature)) return null
  const chunks = [...chunksIn(file)]
  const header = headerIn(chunks.find(({ type }) => type === 'IHDR')?.data)
  if (header === null) return null
  try {
    const data = Buffer.concat(chunks.flatMap((chunk) => (chunk.type === 'IDAT' ? [chunk.data] : [])))
    const lines = inflateSync(data, { maxOutputLength: header.height * (header.width * header.channels + 1) })
    const pixels = unfiltered(lines, header)
    return pixels === null ? null : { ...header, pixels }
  } catch {
    return null
  }
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

export function writePng({ width, height, channels, pixels }: Picture): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, channels === 3 ? 2 : 6], 8)
  const stride = width * channels
  const lines = Array.from({ length: height }, (_, line) => [Buffer.of(0), pixels.subarray(line * stride, (line + 1) * stride)])
  const data = deflateSync(Buffer.concat(lines.flat()))
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', new Uint8Array())])
}
