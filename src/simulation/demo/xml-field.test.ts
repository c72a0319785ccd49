import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { xmlDocument } from '#simulation/aws/xml.ts'
import { xmlField } from './xml-field.ts'

/** Lone control characters may not stand in XML at all. */
const text = fc.string({ unit: 'grapheme' })

propertyTest.prop([text])('a text is read back from the document that holds it', (value) => {
  expect(xmlField(xmlDocument('Answer', { Result: { Arn: value } }, 'https://a.invalid/'), 'Arn')).toBe(value)
})

test('what is not there is undefined', () => {
  expect(xmlField('<Answer/>', 'Arn')).toBeUndefined()
})
