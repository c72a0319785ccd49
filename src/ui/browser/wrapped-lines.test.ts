import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { nameLettering, textLettering, wrappedLines } from './wrapped-lines.ts'

test('words stay whole where they fit, and are cut where they do not', () => {
  expect(wrappedLines('external ID', 6.6, textLettering)).toEqual(['external ID'])
  expect(wrappedLines('  no ID, or a  wrong one ', 6.6, textLettering)).toEqual(['no ID, or a', 'wrong one'])
  expect(wrappedLines('Datenverarbeitungsanlage', 6.6, textLettering)).toEqual(['Datenverar', 'beitungsan', 'lage'])
  expect(wrappedLines('画像処理', 2, textLettering)).toEqual(['画像', '処理'])
  expect(wrappedLines('⟦éẋţéŕñåļ ÎĐ ~~~~~⟧', 6.6, textLettering)).toEqual(['⟦éẋţéŕñåļ', 'ÎĐ', '~~~~~⟧'])
  expect(wrappedLines('', 6.6, textLettering)).toEqual([])
})

test('a name is broken before a capital or after a mark', () => {
  expect(wrappedLines('PixelworksAccess', 11, nameLettering)).toEqual(['PixelworksAccess'])
  expect(wrappedLines('PixelworksReadAccess', 11, nameLettering)).toEqual(['PixelworksRead', 'Access'])
  expect(wrappedLines('acme-monitoring_role', 8, nameLettering)).toEqual(['acme-', 'monitoring_', 'role'])
  expect(wrappedLines('a'.repeat(30), 7, nameLettering)).toEqual(['a'.repeat(11), 'a'.repeat(11), 'a'.repeat(8)])
})

const withoutGaps = (text: string) => text.replace(/\s/g, '')

propertyTest.prop([fc.string({ unit: 'grapheme', maxLength: 80 }), fc.constantFrom(textLettering, nameLettering)])(
  'no character is lost, and no line is wider than the room',
  (text, lettering) => {
    const lines = wrappedLines(text, 5, lettering)
    expect(withoutGaps(lines.join(''))).toBe(withoutGaps(text))
    for (const line of lines) expect([...line].reduce((sum, each) => sum + lettering.widthOf(each), 0)).toBeLessThanOrEqual(5.001)
  },
)
