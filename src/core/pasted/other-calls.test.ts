import { expect, test } from 'vitest'
import { planOf } from '#core/fixtures.test-data.ts'
import { diagnosePasted } from './diagnose-pasted.ts'

const plan = planOf()
const other = 'arn:aws:iam::444455556666:role/DatadogIntegrationRole'
const session = 'arn:aws:sts::444455556666:assumed-role/PixelworksAccess/pixelworks'

const assumeRole = (accountId: string, roleArn: string, externalId = 'wrong-id-1') => ({
  eventVersion: '1.08',
  userIdentity: { type: 'AWSAccount', accountId },
  eventSource: 'sts.amazonaws.com',
  eventName: 'AssumeRole',
  errorCode: 'AccessDenied',
  errorMessage: 'An unknown error occurred',
  requestParameters: { roleArn, roleSessionName: 'x', externalId },
})

const getObject = {
  eventVersion: '1.09',
  userIdentity: { type: 'AssumedRole', arn: session, accountId: '444455556666' },
  eventSource: 's3.amazonaws.com',
  eventName: 'GetObject',
  errorCode: 'AccessDenied',
  errorMessage: 'Access Denied',
  requestParameters: { bucketName: 'acme-uploads', key: 'x.png' },
}

const lookedUp = (...events: readonly object[]): object => ({
  Events: events.map((event) => ({ EventId: '1', EventName: 'AssumeRole', CloudTrailEvent: JSON.stringify(event) })),
})

test.each([
  ['Signature expired: 20261130T100000Z is now earlier than 20261130T101000Z', 'SignatureDoesNotMatch', 'AssumeRole'],
  ['Signature not yet current: 20261130T100000Z is still later than 20261130T095500Z', 'SignatureDoesNotMatch', 'GetRole'],
  ['The difference between the request time and the current time is too large.', 'RequestTimeTooSkewed', 'GetObject'],
])('“%s” is told as a wrong clock, and not as wrong credentials', (message, code, operation) => {
  const text = `An error occurred (${code}) when calling the ${operation} operation: ${message}`
  for (const each of [text, `${code}: ${message}`]) {
    expect(diagnosePasted(each, plan)).toMatchObject({
      diagnosis: 'call-clock',
      sentence: expect.stringContaining('the clock of the computer that made it is wrong'),
      others: [],
    })
  }
})

test('a signature with a wrong key is told as wrong credentials', () => {
  const text =
    'An error occurred (SignatureDoesNotMatch) when calling the AssumeRole operation: The request signature we calculated does not match the signature you provided.'
  expect(diagnosePasted(text, plan).diagnosis).toBe('application-credentials')
})

const events: readonly (readonly [string, object, string, string])[] = [
  ['another vendor’s call of its own role', assumeRole('464622532012', other), 'event-of-others', other],
  ['a call of the role from another account', assumeRole('444455556666', plan.roleArn), 'event-not-of-vendor', '444455556666'],
  ['the vendor’s call of another role', assumeRole('111122223333', other), 'vendor-other-role', other],
  ['the vendor’s call with another external ID', assumeRole('111122223333', plan.roleArn), 'vendor-other-external-id', 'wrong-id-1'],
  ['the vendor’s call', assumeRole('111122223333', plan.roleArn, plan.externalId), 'vendor-denied', 'failed'],
  ['a call that S3 denies', getObject, 'storage-denied', 'Amazon S3 denied the call GetObject, which needs s3:GetObject.'],
]

test.each(events)('CloudTrail’s event of %s is read alone, in a log file, and in the output of a lookup', (_, event, rule, said) => {
  for (const form of [event, { Records: [event] }, lookedUp(event), lookedUp({ eventName: 'AssumeRole' }, event)]) {
    for (const indent of [0, 4]) {
      const text = JSON.stringify(form, null, indent)
      expect(diagnosePasted(text, plan)).toMatchObject({ diagnosis: rule, sentence: expect.stringContaining(said) })
    }
  }
})

test('a lookup with AWS’s own words is read as these words', () => {
  const errorMessage = `User: ${session} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::acme-uploads/x.png" because no identity-based policy allows the s3:GetObject action`
  const text = JSON.stringify(lookedUp({ ...getObject, errorMessage }))
  expect(diagnosePasted(text, plan).diagnosis).toBe('session-action-missing')
})

test.each([
  'Datadog is not authorized to perform sts:AssumeRole on role DatadogIntegrationRole. Please check the external ID.',
  `Datadog is not authorized to perform action sts:AssumeRole on role ${other}. Check your role delegation settings.`,
])('“%s” is told to be about a different role', (text) => {
  expect(diagnosePasted(text, plan)).toMatchObject({
    diagnosis: 'message-of-others',
    sentence: expect.stringContaining('DatadogIntegrationRole, which isn’t the role of this connection'),
    others: [],
  })
})

test.each([
  'Pixelworks is not authorized to perform sts:AssumeRole on role PixelworksAccess.',
  `Pixelworks is not authorized to perform: sts:AssumeRole on resource: ${plan.roleArn}`,
  'Pixelworks is not authorized to perform sts:AssumeRole on role in your account.',
])('“%s” is told as a denial of this role', (text) => {
  expect(diagnosePasted(text, plan).diagnosis).toBe('refused-without-reason')
})

test('a value that a service rejects isn’t told as one that the SDK rejects', () => {
  const text = (error: string): string => `Traceback (most recent call last):\nbotocore.exceptions.${error}`
  const ofService =
    'ClientError: An error occurred (ValidationError) when calling the CreateStack operation: Parameter validation failed: parameter value vpc-1 for parameter name VpcId does not exist. Rollback requested by user.'
  const ofSdk = 'ParamValidationError: Parameter validation failed:\nInvalid type for parameter Key, value: None'
  expect(diagnosePasted(text(ofSdk), plan).diagnosis).toBe('call-parameters-rejected')
  expect(diagnosePasted(text(ofService), plan).diagnosis).toBe('call-rejected')
})
