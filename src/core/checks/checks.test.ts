import { expect, test } from 'vitest'
import { parameterKinds } from '#core/aws/parameter-kinds.ts'
import { checkRequest, protocols, readResponse, resourceIn } from './aws-check.ts'
import { checks, codeMeaning } from './checks.ts'

const resourceOf = (parameter: keyof typeof parameterKinds) => parameterKinds[parameter].example

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
  for (const body of ['', '{}', '<html>Sign in</html>', check.success.example('another')]) {
    expect(readResponse(check, resource, { ...answer, body })).toMatchObject({ kind: 'refused', code: 'IncompleteAnswer' })
  }
})

test.each(checks)('$id reads the answer for a missing resource', (check) => {
  expect(codeMeaning(check.id, check.absent.code)).toBe('absent')
})

test.each(checks)('$id finds the resource in its own request alone', (check) => {
  const resource = resourceOf(check.parameter)
  const { method, path, headers = {}, body } = checkRequest(check, resource)
  const heard = { method, path, headers, body }
  expect(resourceIn(check, heard)).toBe(resource)
  expect(resourceIn(check, { ...heard, method: 'PUT' })).toBeNull()
  expect(resourceIn(check, { ...heard, path: `${path}&more` })).toBeNull()
})

test.each([
  ['rest-xml', '<Error><Code>NoSuchBucket</Code><Message>x</Message></Error>', 'NoSuchBucket'],
  ['rest-xml', '<html>Blocked</html>', ''],
  ['rest-xml', '', ''],
  ['json', '{"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException","message":"x"}', 'ResourceNotFoundException'],
  ['json', '{"__type":"AccessDeniedException","Message":"x"}', 'AccessDeniedException'],
  ['json', '{"code":"AccessDenied: x"}', ''],
  ['json', '{"__type":7}', ''],
  ['json', '<Code>AccessDenied</Code>', ''],
] as const)('reads the error code of %s in %s', (protocol, body, code) => {
  expect(protocols[protocol].code(body)).toBe(code)
})

test.each([
  ['AccessDenied', 'denied'],
  ['AccessDeniedException', 'denied'],
  ['KMS.DisabledException', 'denied'],
  ['NoSuchBucket', 'absent'],
  ['ResourceNotFoundException', 'absent'],
  ['SlowDown', 'unknown'],
  ['ExpiredToken', 'unknown'],
  ['', 'unknown'],
])('%s means %s', (code, meaning) => {
  expect(codeMeaning('s3-head-bucket', code)).toBe(meaning)
})
