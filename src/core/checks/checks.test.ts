import { expect, test } from 'vitest'
import type { ParameterKind } from '#core/aws/parameter-kind.ts'
import { parameterKinds } from '#core/aws/parameter-kinds.ts'
import { checkRequest, readResponse, regionOf, resourceIn, wholeAccount } from './aws-check.ts'
import { awsCheck, checks, codeMeaning } from './checks.ts'
import { deniedAction, errorMessage, protocols } from './protocols.ts'

const resourceOf = (parameter: ParameterKind | null) => (parameter === null ? wholeAccount : parameterKinds[parameter].example)

const place = { partition: 'aws', region: 'eu-west-1', accountId: '444455556666', today: '2026-03-01' } as const

test('has one check for each ID', () => {
  expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length)
})

test.each(checks)('$id passes on its own success alone', (check) => {
  const resource = resourceOf(check.parameter)
  const answer = { status: 200, requestId: 'r-1', body: check.success.example(resource) }
  expect(readResponse(check, resource, answer)).toEqual({ kind: 'passed', requestId: 'r-1' })
  expect(readResponse(check, resource, { ...answer, requestId: '' })).toMatchObject({ kind: 'refused' })
  expect(readResponse(check, resource, { ...answer, status: 204 })).toMatchObject({ kind: 'refused' })
  if (check.request.method === 'HEAD') return
  const ofAnother = check.success.example('another')
  const bodies = ['', '{}', '<html>Sign in</html>', ...(ofAnother === answer.body ? [] : [ofAnother])]
  for (const body of bodies) {
    expect(readResponse(check, resource, { ...answer, body })).toMatchObject({ kind: 'refused', code: 'IncompleteAnswer' })
  }
})

test.each(checks)('$id tells a denial, a missing resource and a busy service apart', ({ id, errors, absent }) => {
  expect(codeMeaning(id, errors.denied.code)).toBe('denied')
  expect(codeMeaning(id, errors.throttled.code)).toBe('unknown')
  if (absent !== null) expect(codeMeaning(id, absent.code)).toBe('absent')
})

test.each(checks.filter(({ parameter }) => parameter !== null))('$id names its resource in the request or its path', (check) => {
  const { path, body } = checkRequest(check, 'the-resource', place)
  expect(`${path}${body}`).toContain('the-resource')
})

test.each(checks)('$id leaves no placeholder in its request', (check) => {
  const { path, body } = checkRequest(check, resourceOf(check.parameter), place)
  expect(`${path}${body}`).not.toMatch(/[{]{2}|[}]{2}\w|undefined/)
})

test.each([
  ['organizations-describe-organization', 'aws', 'eu-west-1', 'us-east-1'],
  ['organizations-describe-organization', 'aws-cn', 'cn-north-1', 'cn-northwest-1'],
  ['ce-get-cost-and-usage', 'aws', 'ap-southeast-2', 'us-east-1'],
  ['ec2-describe-instances', 'aws', 'ap-southeast-2', 'ap-southeast-2'],
] as const)('%s in %s, %s, is called in %s', (id, partition, region, expected) => {
  const check = awsCheck(id)
  expect(check && regionOf(check, { ...place, partition, region })).toBe(expected)
})

test('asks Cost Explorer for the day before', () => {
  const check = awsCheck('ce-get-cost-and-usage')
  expect(check && checkRequest(check, wholeAccount, place).body).toContain('"Start":"2026-02-28","End":"2026-03-01"')
})

test.each(checks)('$id finds the resource in its own request alone', (check) => {
  const resource = resourceOf(check.parameter)
  const { method, path, headers, body } = checkRequest(check, resource, place)
  const heard = { method, path: decodeURIComponent(path), headers, body }
  expect(resourceIn(check, heard)).toBe(resource)
  expect(resourceIn(check, { ...heard, method: 'PUT' })).toBeNull()
  expect(resourceIn(check, { ...heard, path: `${path}&more` })).toBeNull()
})

test.each([
  ['rest-xml', '<Error><Code>NoSuchBucket</Code><Message>x</Message></Error>', 'NoSuchBucket'],
  ['rest-xml', '<html>Blocked</html>', ''],
  ['rest-xml', '', ''],
  ['json-1.0', '{"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException","message":"x"}', 'ResourceNotFoundException'],
  ['json-1.0', '{"__type":"AccessDeniedException","Message":"x"}', 'AccessDeniedException'],
  ['json-1.0', '{"code":"AccessDenied: x"}', ''],
  ['json-1.0', '{"__type":7}', ''],
  ['json-1.0', '<Code>AccessDenied</Code>', ''],
  ['rest-json', '{"Message":"x"}', ''],
  ['query', '<ErrorResponse><Error><Type>Sender</Type><Code>AuthorizationError</Code></Error></ErrorResponse>', 'AuthorizationError'],
  ['query', '<Response><Errors><Error><Code>UnauthorizedOperation</Code></Error></Errors></Response>', 'UnauthorizedOperation'],
] as const)('reads the error code of %s in %s', (protocol, body, code) => {
  expect(protocols[protocol].code({ status: 400, requestId: '', body })).toBe(code)
})

test('reads the error code of rest-json in the header, without its URL', () => {
  const response = { status: 403, requestId: '', body: '{}' }
  const code = (errorType: string) => protocols['rest-json'].code({ ...response, errorType })
  expect(code('AccessDeniedException:http://internal.amazon.com/coral/com.amazon.coral.service/')).toBe('AccessDeniedException')
  expect(code('aws.protocoltests#TooManyRequestsException')).toBe('TooManyRequestsException')
})

test.each([
  ['{"message":"User: arn:x is not authorized to perform: kms:DescribeKey on resource: arn:y because no"}', 'kms:DescribeKey'],
  ['{"Message":"User: arn:x is not authorized to perform: lambda:ListFunctions, because"}', 'lambda:ListFunctions'],
  ['<Error><Message>User: a is not authorized to perform: ec2:DescribeInstances because no</Message></Error>', 'ec2:DescribeInstances'],
  ['<Error><Message>Access Denied</Message></Error>', null],
  ['{"message":"is not authorized to perform: <script>"}', null],
  ['', null],
])('reads the denied action in %s', (body, action) => {
  expect(deniedAction(errorMessage({ status: 400, requestId: '', body }))).toBe(action)
})

test.each([
  ['AccessDenied', 'denied'],
  ['AccessDeniedException', 'denied'],
  ['KMS.DisabledException', 'denied'],
  ['NoSuchBucket', 'absent'],
  ['ResourceNotFoundException', 'absent'],
  ['UnauthorizedOperation', 'denied'],
  ['AuthorizationError', 'denied'],
  ['OptInRequired', 'region-off'],
  ['UnrecognizedClientException', 'region-off'],
  ['SlowDown', 'unknown'],
  ['ExpiredToken', 'unknown'],
  ['', 'unknown'],
])('%s means %s', (code, meaning) => {
  expect(codeMeaning('s3-head-bucket', code)).toBe(meaning)
})
