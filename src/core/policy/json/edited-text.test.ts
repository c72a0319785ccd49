import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edited } from '#core/policy/form/edit.ts'
import { editedText, wrappedJson } from './edited-text.ts'

const typed = `{
  "name": "Acme",

  "role": { "name":"A" },
  "regions": ["us-east-1"]
}
`

test.each([
  [['name'], 'Acme Images', typed.replace('"Acme"', '"Acme Images"')],
  [['role', 'path'], '/vendors/', typed.replace('"name":"A"', '"name":"A", "path": "/vendors/"')],
  [['hosting'], 'ecs', typed.replace('["us-east-1"]', '["us-east-1"],\n  "hosting": "ecs"')],
  [['regions', 0], 'eu-west-1', typed.replace('us-east-1', 'eu-west-1')],
  [['regions'], ['us-east-1', 'eu-west-1'], typed.replace('"us-east-1"', '"us-east-1", "eu-west-1"')],
  [['embed', 'allowedOrigins'], [], typed.replace('["us-east-1"]', '["us-east-1"],\n  "embed": { "allowedOrigins": [] }')],
  [['name', 'en'], 'Acme', typed.replace('"Acme"', '{ "en": "Acme" }')],
] as const)('writes %j and keeps the rest as it was typed', (path, value, text) => {
  expect(editedText(typed, path, value)).toBe(text)
})

test.each([
  [['name'], typed.replace('"name": "Acme",\n\n  ', '')],
  [['regions'], typed.replace(',\n  "regions": ["us-east-1"]', '')],
  [['role', 'name'], typed.replace('{ "name":"A" }', '{}')],
  [['links', 'privacy'], typed],
] as const)('removes %j', (path, text) => {
  expect(editedText(typed, path, undefined)).toBe(text)
})

test('leaves a text alone that is not JSON', () => {
  expect(editedText('{ "name": ', ['name'], 'Acme')).toBeNull()
})

const document = fc.jsonValue({ maxDepth: 3 }).map((json) => ({ json: JSON.parse(JSON.stringify(json)) }))
const path = fc.array(fc.constantFrom('json', 'a', 'b"'), { minLength: 1, maxLength: 3 })
const valueAt = (text: string | null, at: readonly string[]) => at.reduce((node, step) => node?.[step], JSON.parse(text ?? 'null'))

test('any document can be written, edited, and read back', () => {
  fc.assert(
    fc.property(document, path, fc.jsonValue({ maxDepth: 2 }), (given, at, next) => {
      const [text, value] = [wrappedJson(given), JSON.parse(JSON.stringify(next))]
      expect(JSON.parse(text)).toEqual(given)
      const after = editedText(text, at, value) ?? ''
      expect(valueAt(after, at)).toEqual(value)
      expect(valueAt(editedText(after, at, undefined), at)).toBeUndefined()
      if (!at.includes('json')) expect(JSON.parse(after)).toEqual(edited(given, [{ path: at, value }]))
    }),
  )
})
