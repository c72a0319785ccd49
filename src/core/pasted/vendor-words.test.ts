import { expect, test } from 'vitest'
import { planOf } from '#core/fixtures.test-data.ts'
import { diagnosePasted } from './diagnose-pasted.ts'
import { vendorWords } from './vendor-words.ts'

const plan = planOf()

test.each([
  'Pixelworks does not require the external ID of your AWS role to be kept secret.',
  'FAQ: The external ID is not required to be secret. Your IAM role can be used by Pixelworks.',
  'FAQ: The external ID of the role isn’t required to be unique.',
  'We don’t require the external ID of the role to be changed every year.',
  'The external ID is not required in the URL of our API.',
])('“%s” doesn’t say that the role can be assumed without the external ID', (text) => {
  expect(vendorWords(text)?.isOpen ?? false).toBe(false)
  expect(diagnosePasted(text, plan).diagnosis).not.toBe('vendor-open')
})

test.each([
  'Finding: the external ID is not required by the trust policy of the role.',
  'The role does not require an external ID to be assumed.',
  'PixelworksAccess: external ID isn’t enforced when the role is assumed.',
  'We were able to assume the role without an external ID.',
])('“%s” says that the role can be assumed without the external ID', (text) => {
  expect(diagnosePasted(text, plan).diagnosis).toBe('vendor-open')
})

test.each([
  'All required permissions are present on the IAM role PixelworksAccess.',
  'Pixelworks: the role is connected. No permissions are missing. AWS role PixelworksAccess has the required permissions.',
  'The AWS role has all of the required permissions.',
  'There are no missing permissions on the IAM role.',
  'AWS role: permissions aren’t insufficient.',
  'Add the permissions policy to the AWS role as shown in step 3.',
])('“%s” doesn’t say that permissions are missing', (text) => {
  expect(vendorWords(text)?.missingActions ?? null).toBeNull()
})

test.each([
  'The AWS role doesn’t have the required permissions.',
  'The IAM role has no errors, but is missing permissions.',
  'Please add the following permissions to the AWS role: s3:ListBucket.',
  'Required permissions on the IAM role: s3:GetObject. They are not granted.',
  'IAM role: all permissions are missing.',
])('“%s” says that permissions are missing', (text) => {
  expect(diagnosePasted(text, plan).diagnosis).toBe('vendor-lacks-permissions')
})

test.each([
  'Welcome to Pixelworks! Create the role in your account and enter our account 111122223333. Make sure the trust policy contains the external ID that is shown in the wizard.',
  'Hi, Pixelworks was able to assume arn:aws:iam::444455556666:role/PixelworksAccess and everything works. Please check the external ID is kept secret.',
  'We can confirm that your IAM role could be validated and is assumed without error.',
  'The role was assumed without any problems.',
  'No errors assuming the role.',
])('“%s” tells of no failure', (text) => {
  expect(vendorWords(text)?.failure ?? null).toBeNull()
  expect(diagnosePasted(text, plan).diagnosis).not.toBe('vendor-denied')
})

test.each([
  'Role validation error. Please check the trust policy of your role.',
  'Your account isn’t connected. Make sure the external ID is correct.',
  'Assuming the role ended in an error.',
  'No problem with the network, but assuming the role failed.',
])('“%s” tells of a failure', (text) => {
  expect(diagnosePasted(text, plan).diagnosis).toBe('vendor-denied')
})
