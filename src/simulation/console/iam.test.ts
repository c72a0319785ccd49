import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { readablePolicy } from './iam.ts'

test('a policy is decoded and indented', () => {
  expect(readablePolicy('%7B%22Version%22%3A%222012-10-17%22%7D')).toBe('{\n  "Version": "2012-10-17"\n}')
})

propertyTest.prop([fc.json()])('a policy means the same after it is made readable', (text) => {
  expect(JSON.parse(readablePolicy(encodeURIComponent(text)))).toEqual(JSON.parse(text))
})

propertyTest.prop([fc.string({ unit: 'binary' })])('what is no policy stays as it is', (text) => {
  expect(() => readablePolicy(text)).not.toThrow()
})
