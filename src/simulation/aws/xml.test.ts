import { fc, test as propertyTest } from '@fast-check/vitest'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { testAws } from './testing.test-data.ts'
import { members, xmlDocument } from './xml.ts'

const parser = new XMLParser({ parseTagValue: false, trimValues: false, htmlEntities: true, ignoreDeclaration: true })

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", ']]>', 'a', '&lt;') }),
)

// https://www.w3.org/TR/xml/#charsets
const spoken = (value: string): string =>
  [...value]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0
      const isSpeakable =
        [9, 10, 13].includes(code) || (code >= 0x20 && code < 0xd800) || (code > 0xdfff && code !== 0xfffe && code !== 0xffff)
      return isSpeakable ? character : '\ufffd'
    })
    .join('')

propertyTest.prop([text])('a text arrives as it was, but for characters that XML has no way to say', (value) => {
  const document = xmlDocument('Root', { Value: value })
  expect(XMLValidator.validate(document)).toBe(true)
  expect(document).not.toContain('\r')
  expect(parser.parse(document)).toEqual({ Root: { Value: spoken(value) } })
})

test('a list repeats its element, and undefined is omitted', () => {
  expect(xmlDocument('R', { A: members(['1', '<2>']), B: undefined, C: [true, 3] }, 'urn:n')).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<R xmlns="urn:n"><A><member>1</member><member>&lt;2&gt;</member></A><C>true</C><C>3</C></R>',
  )
})

test('escapes text that the caller sent', async () => {
  const answered = await testAws().call('iam', { Action: 'GetRole', RoleName: '</Message><Code>&' })
  expect(answered.text).toContain('Value &#39;&lt;/Message&gt;&lt;Code&gt;&amp;&#39; at &#39;roleName&#39;')
  expect(answered.field('Code')).toBe('ValidationError')
})
