import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { RememberedVerdict } from './remembered-verdict.ts'
import { withUnknownFields } from './unknown-fields.ts'

const Item = z.object({
  name: z.optional(z.string()),
  lease: z.nullable(z.object({ holder: z.string() })),
  rotation: z.optional(z.object({ id: z.string() })),
  messages: z.array(z.object({ text: z.string() })),
})

const stored = {
  name: 'one',
  lease: { holder: 'a', newer: 1 },
  rotation: { id: 'b', newer: 2 },
  messages: [{ text: 'c', newer: 3 }],
  newer: 4,
}
const read = Item.parse(stored)
const within = { rotation: {} }

test('keeps every unknown field of a value that is written as it was read', () => {
  expect(withUnknownFields(stored, read, read, within)).toEqual(stored)
})

test('removes a known field, and keeps the unknown ones', () => {
  const { name: _, ...unnamed } = read
  const { name: __, ...expected } = stored
  expect(withUnknownFields(stored, read, unnamed, within)).toEqual(expected)
})

test('does not give a new value the unknown fields of the old one', () => {
  expect(withUnknownFields(stored, read, { ...read, lease: { holder: 'z' } }, within)).toEqual({ ...stored, lease: { holder: 'z' } })
})

test('keeps unknown fields inside a part that changes field by field', () => {
  const next = { ...read, rotation: { id: 'z' } }
  expect(withUnknownFields(stored, read, next, within)).toEqual({ ...stored, rotation: { id: 'z', newer: 2 } })
})

test('keeps unknown fields of the elements of a list that another one is added to', () => {
  const next = { ...read, messages: [...read.messages, { text: 'd' }] }
  expect(withUnknownFields(stored, read, next, within)).toEqual({ ...stored, messages: [...stored.messages, { text: 'd' }] })
})

test('writes a value over one that could not be read', () => {
  expect(withUnknownFields('{', null, read)).toEqual(read)
})

const writtenBefore = {
  ...{ kind: 'unsafe', diagnosis: 'external-id-optional', causes: [], probes: [], checks: [], simulated: false },
  ...{ checkedAt: '2026-01-02T03:04:05.000Z', nextCheckInMs: 5000 },
}

test.each([{}, { extraTrust: true }, { told: null, extraTrust: true }])('what is remembered with %o is read as it was written', (more) => {
  expect(RememberedVerdict.parse({ ...writtenBefore, ...more })).toEqual({ ...writtenBefore, ...more })
})
