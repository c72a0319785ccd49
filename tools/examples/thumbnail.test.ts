import { deflateSync, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type Picture, readPng, writePng } from '#examples/image-processor/png.ts'
import { thumbnail } from '#examples/image-processor/thumbnail.ts'

function picture(width: number, height: number, channels: 3 | 4 = 3): Picture {
  const pixels = Uint8Array.from({ length: width * height * channels }, (_, at) => (at * 37 + (at % 11) * 91) % 256)
  return { width, height, channels, pixels }
}

/** Replaces the data of a file that `writePng` made, which has one chunk of it after the header. */
function withData(file: Uint8Array, change: (lines: Buffer) => Uint8Array): Uint8Array {
  const bytes = Buffer.from(file)
  const length = bytes.readUInt32BE(33)
  const data = deflateSync(change(inflateSync(bytes.subarray(41, 41 + length))))
  const size = Buffer.alloc(4)
  size.writeUInt32BE(data.length)
  return Buffer.concat([bytes.subarray(0, 33), size, bytes.subarray(37, 41), data, bytes.subarray(41 + length)])
}

const withHeader = (file: Uint8Array, offset: number, ...values: readonly number[]): Uint8Array => {
  const bytes = Buffer.from(file)
  bytes.set(values, 16 + offset)
  return bytes
}

function paeth(left: number, up: number, corner: number): number {
  const distances = [left, up, corner].map((each) => Math.abs(left + up - corner - each))
  return [left, up, corner][distances.indexOf(Math.min(...distances))] ?? 0
}

const filters = [() => 0, (left: number) => left, (_: number, up: number) => up, (left: number, up: number) => (left + up) >> 1, paeth]

/** Lines as an encoder writes them that uses one filter. */
function filtered({ width, height, channels, pixels }: Picture, filter: number): Buffer {
  const stride = width * channels
  const byte = (x: number, y: number) => (x < 0 || y < 0 ? 0 : (pixels[y * stride + x] ?? 0))
  const predicted = (x: number, y: number) => filters[filter]?.(byte(x - channels, y), byte(x, y - 1), byte(x - channels, y - 1)) ?? 0
  const line = (y: number) => [filter, ...Array.from({ length: stride }, (_, x) => (byte(x, y) - predicted(x, y)) & 255)]
  return Buffer.from(Array.from({ length: height }, (_, y) => line(y)).flat())
}

test.each([0, 1, 2, 3, 4])('reads a PNG with filter %i', (filter) => {
  for (const channels of [3, 4] as const) {
    const original = picture(7, 5, channels)
    expect(readPng(withData(writePng(original), () => filtered(original, filter)))).toEqual(original)
  }
})

test('reads no other file, and none that is damaged or too large', () => {
  const file = writePng(picture(7, 5))
  const huge = withHeader(file, 0, 0, 0, 255, 255, 0, 0, 255, 255)
  const others = {
    text: Buffer.from('not an image'),
    empty: new Uint8Array(),
    torn: file.subarray(0, 60),
    'without data': file.subarray(0, 33),
    '16 bits': withHeader(file, 8, 16),
    palette: withHeader(file, 9, 3),
    interlaced: withHeader(file, 12, 1),
    'no width': withHeader(file, 0, 0, 0, 0, 0),
    huge,
    'more data than pixels': withData(file, (lines) => Buffer.concat([lines, Buffer.alloc(1_000_000)])),
    'less data than pixels': withData(file, (lines) => lines.subarray(1)),
    'an unknown filter': withData(file, (lines) => Buffer.concat([Buffer.of(5), lines.subarray(1)])),
  }
  for (const [name, bytes] of Object.entries(others)) expect([name, readPng(bytes), thumbnail(bytes)]).toEqual([name, null, null])
})

test.each([
  [1600, 400, 160, 40],
  [400, 1600, 40, 160],
  [161, 1, 160, 1],
  [100, 50, 100, 50],
])('makes of %i × %i pixels a thumbnail of %i × %i', (width, height, smallWidth, smallHeight) => {
  const small = readPng(thumbnail(writePng(picture(width, height, 4))) ?? new Uint8Array())
  expect([small?.width, small?.height, small?.channels]).toEqual([smallWidth, smallHeight, 4])
})

test('a pixel of the thumbnail is the average of those that it replaces', () => {
  const pixels = Uint8Array.from({ length: 320 * 2 * 3 }, (_, at) => (Math.floor(at / 3) % 2 === 0 ? 10 : 20))
  const small = readPng(thumbnail(writePng({ width: 320, height: 2, channels: 3, pixels })) ?? new Uint8Array())
  expect(small?.width).toBe(160)
  expect(new Set(small?.pixels)).toEqual(new Set([15]))
})
