import { expect, test } from 'vitest'
import { placeholders } from './placeholders.ts'

test('placeholders are the names between double braces', () => {
  expect(placeholders('arn:{{partition}}:s3:::{{bucket}}/{x}/{{}}')).toEqual(['partition', 'bucket'])
})
