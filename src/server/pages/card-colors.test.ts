import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { palettePicture } from '#tools/palette-picture.ts'
import { chunksOf, inAccent } from './card-colors.ts'

const accent = '#3454d1'
/** The page, the accent on it, half of it, and text. */
const colors = ['fbfaf7', '3454d1', '98a7e4', '171a21']
const picture = palettePicture({ pixels: Buffer.from(colors.map((color) => `${color}ff`).join(''), 'hex'), width: 4, height: 1, accent })

/** The colors of the pixels. */
function colorsOf(png: Buffer): readonly string[] {
  const data = (type: string) => chunksOf(png).find((chunk) => chunk.type === type)?.data ?? Buffer.alloc(0)
  const palette = data('PLTE').toString('hex')
  return [...inflateSync(data('IDAT')).subarray(1)].map((index) => palette.slice(index * 6, index * 6 + 6))
}

test('a picture keeps its colors in its own accent', () => {
  expect(colorsOf(picture)).toEqual(colors)
  expect(inAccent(picture, accent)).toEqual(picture)
})

test('another accent replaces the accent and its mixtures, and leaves the page and the text', () => {
  expect(colorsOf(inAccent(picture, '#b3261e'))).toEqual(['fbfaf7', 'b3261e', expect.stringMatching(/^d[5-9]9[0-2]8[89a-c]$/), '171a21'])
})

test('a picture that says nothing of its accent stays as it is', () => {
  const foreign = Buffer.from(picture.toString('latin1').replace('acNt', 'teXt'), 'latin1')
  expect(inAccent(foreign, '#b3261e')).toEqual(foreign)
})
