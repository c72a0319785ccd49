import { expect, test } from 'vitest'
import { coversPattern } from '#core/policy/action-pattern.ts'
import '#i18n/de/hosting.ts'
import { hostingMessages } from './hosting-messages.ts'

test('the words on the pattern of the role names tell of the path, too, which it matches', () => {
  expect(coversPattern('arn:aws:iam::*:role/AcmeAccess-*', 'arn:aws:iam::444455556666:role/AcmeAccess-x/Admin')).toBe(true)
  expect(hostingMessages.in('en').artifacts.suffix('AcmeAccess')).toContain(
    'if its name, or the first part of its path, starts with AcmeAccess-',
  )
  expect(hostingMessages.in('de').artifacts.suffix('AcmeAccess')).toContain(
    'wenn ihr Name oder der erste Teil ihres Pfads mit AcmeAccess- beginnt',
  )
})
