import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seed } from '#core/connection/arbitraries.test-data.ts'
import { actionPlace } from './action-completions.ts'

/** The bar is the cursor. */
function placeIn(marked: string) {
  const offset = marked.indexOf('|')
  const text = marked.replace('|', '')
  const place = actionPlace(text, offset)
  return place === null ? null : [place.written, text.slice(place.start, place.end)]
}

test.each([
  ['{"Statement":[{"Action":"|"}]}', ['', '']],
  ['{"Statement":[{"Action":"s3:Get|Object"}]}', ['s3:Get', 's3:GetObject']],
  ['{"Statement":{"Action":["a:b", "s3:|"]}}', ['s3:', 's3:']],
  ['{"Statement":[{"NotAction":["iam|"]}]}', ['iam', 'iam']],
  ['{"Statement":[{"Action":["s3:Get|', ['s3:Get', 's3:Get']],
  ['{"Statement":[{"Action":["s3:Get|\n],"Resource":"*"}]}', ['s3:Get', 's3:Get']],
  ['{"Statement":[{"Action":"s3:|","Resource":"*",}]', ['s3:', 's3:']],
])('an action is being written in %s', (text, expected) => {
  expect(placeIn(text)).toEqual(expected)
})

test.each([
  '{"Statement":[{"Action":|"s3:Get"}]}',
  '{"Statement":[{"Action":"s3:Get"|}]}',
  '{"Statement":[{"Resource":"s3:|"}]}',
  '{"Statement":[{"Act|ion":"s3:Get"}]}',
  '{"Action":"s3:|"}',
  '{"Statement":[{"Action":s3:|}]}',
  'Action|',
])('no action is being written in %s', (text) => {
  expect(placeIn(text)).toBeNull()
})

test('whatever the text is, nothing is thrown and the place lies in it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'{}[]",:sAction"Statement'.split(''), '"Action":', '"Statement":') }),
      fc.nat(200),
      (text, at) => {
        const place = actionPlace(text, Math.min(at, text.length))
        if (place !== null) expect(text.slice(place.start, place.end).startsWith(place.written)).toBe(true)
      },
    ),
    { seed, numRuns: 500 },
  )
})
