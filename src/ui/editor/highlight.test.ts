import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CodeLanguage } from './code-languages.ts'
import { codePieces } from './code-pieces.ts'
import { highlight } from './highlight.ts'

const languages: readonly CodeLanguage[] = ['json', 'yaml', 'bash', 'powershell', 'hcl', 'typescript', 'text']
const codeLike = fc.oneof(
  fc.string(),
  fc.json(),
  fc
    .array(fc.constantFrom('"', "'", '\\', '$', '{', '}', '#', '!Ref ', 'a: ', '- ', '\n', '  ', '<<EOF\n', 'EOF\n', '|', '`', '=', '0x1'))
    .map((parts) => parts.join('')),
)
const joined = (parts: readonly { text: string }[]) => parts.map((part) => part.text).join('')

test('highlighting adds colors and never changes a character', () => {
  fc.assert(
    fc.property(codeLike, fc.constantFrom(...languages), (text, language) => {
      expect(joined(highlight(text, language))).toBe(text)
    }),
    { numRuns: 500 },
  )
})

test('marking splits the text into pieces with unique keys that join to the text', () => {
  const someMarks = fc.array(fc.string({ maxLength: 3 }), { maxLength: 4 })
  fc.assert(
    fc.property(codeLike, fc.constantFrom(...languages), someMarks, (text, language, marks) => {
      const pieces = codePieces(highlight(text, language), marks)
      expect(joined(pieces.flatMap((piece) => piece.parts))).toBe(text)
      expect(new Set(pieces.map((piece) => piece.key)).size).toBe(pieces.length)
      for (const piece of pieces) if (piece.mark !== null) expect(joined(piece.parts)).toBe(piece.mark)
    }),
    { numRuns: 500 },
  )
})

test('marks every occurrence that no other mark covers', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ab]{0,20}$/), fc.array(fc.stringMatching(/^[ab]{1,3}$/), { maxLength: 3 }), (text, marks) => {
      for (const piece of codePieces([{ role: 'plain', text }], marks)) {
        if (piece.mark === null) for (const mark of marks) expect(joined(piece.parts)).not.toContain(mark)
      }
    }),
  )
})

test('keys of marks do not depend on the colors', () => {
  const text = '{ "Resource": "arn:aws:s3:::acme-uploads/*" }'
  const plain = codePieces([{ role: 'plain', text }], ['acme-uploads'])
  const coloured = codePieces(highlight(text, 'json'), ['acme-uploads'])
  expect(coloured.map((piece) => piece.key)).toEqual(plain.map((piece) => piece.key))
})

test('distinguishes names and values of a policy', () => {
  expect(highlight('{"Effect": "Allow", "Max": 3600}', 'json').filter((token) => token.role !== 'quiet' && token.role !== 'plain')).toEqual(
    [
      { role: 'key', text: '"Effect"' },
      { role: 'string', text: '"Allow"' },
      { role: 'key', text: '"Max"' },
      { role: 'value', text: '3600' },
    ],
  )
})
