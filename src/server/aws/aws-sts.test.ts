import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Region } from '#core/aws/region.ts'
import { noPermissions } from '#core/verify/session-policy.ts'
import type { AssumeRole, Sts } from '#core/verify/sts.ts'
import { localServer } from '#server/local-server.test-data.ts'
import { keepEnvironment, pointSdkAtEndpoint } from './aws-environment.test-data.ts'
import { awsSts } from './aws-sts.ts'

keepEnvironment()

const region = Region.parse('us-east-1')
const asked: AssumeRole = {
  roleArn: 'arn:aws:iam::444455556666:role/R',
  externalId: 'the-id',
  region,
  sessionName: 'rolebridge-verify',
  sessionPolicy: noPermissions,
}

type Answer = { readonly status?: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> } | 'hang' | 'reset'

type Heard = { readonly method: string; readonly url: string; readonly body: string; readonly authorization: string }

/** An endpoint that gives the answers of a script, the last one again and again, and remembers what it heard. */
async function endpoint(...answers: readonly Answer[]) {
  const heard: Heard[] = []
  const { url } = await localServer((request, response) => {
    let body = ''
    request.on('data', (data) => {
      body += data
    })
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      heard.push({ method, url, body, authorization: headers.authorization ?? '' })
      const answer = answers[Math.min(heard.length, answers.length) - 1]
      if (answer === 'hang') return
      if (answer === 'reset' || answer === undefined) {
        request.socket.destroy()
        return
      }
      response.writeHead(answer.status ?? 200, { 'x-amzn-requestid': 'request-1', 'x-amz-request-id': 'request-1', ...answer.headers })
      response.end(answer.body ?? '')
    })
  })
  return { url, heard }
}

const credentialFile = `[default]\naws_access_key_id = AKIADEFAULT\naws_secret_access_key = s\n[second]\naws_access_key_id = AKIASECOND\naws_secret_access_key = s\n`

const access = { profile: undefined, controlProfile: undefined, secondRoleProfile: undefined, canaryRoleArn: null, forcePathStyle: true }

function sts(url: string, credentials = credentialFile): Sts {
  pointSdkAtEndpoint(url, credentials)
  return awsSts({ ...access, controlProfile: 'second' })
}

const assumedBody = (result: string) =>
  `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>${result}</AssumeRoleResult></AssumeRoleResponse>`
const user = '<AssumedRoleUser><AssumedRoleId>A:s</AssumedRoleId><Arn>arn:aws:sts::444455556666:assumed-role/R/s</Arn></AssumedRoleUser>'
const credentials =
  '<Credentials><AccessKeyId>ASIASESSION</AccessKeyId><SecretAccessKey>session-secret</SecretAccessKey><SessionToken>session-token</SessionToken><Expiration>2099-11-22T08:00:00Z</Expiration></Credentials>'
const errorBody = (code: string, message: string) =>
  `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>request-1</RequestId></ErrorResponse>`

test('assumes a role for 900 seconds with the external ID, and hides its credentials', async () => {
  const { url, heard } = await endpoint({ body: assumedBody(user + credentials) })
  const answer = await sts(url).assumeRole(asked)
  expect(answer).toMatchObject({ kind: 'assumed', assumedRoleArn: 'arn:aws:sts::444455556666:assumed-role/R/s', requestId: 'request-1' })
  expect(JSON.stringify(answer)).not.toMatch(/ASIASESSION|session-secret|session-token/)
  expect(Object.fromEntries(new URLSearchParams(heard[0]?.body))).toEqual({
    Action: 'AssumeRole',
    Version: '2011-06-15',
    RoleArn: asked.roleArn,
    RoleSessionName: 'rolebridge-verify',
    DurationSeconds: '900',
    ExternalId: 'the-id',
    Policy: '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}',
  })
})

test('sends no external ID when there is none, not even an empty one', async () => {
  const { url, heard } = await endpoint({ body: assumedBody(user + credentials) })
  await sts(url).assumeRole({ ...asked, externalId: undefined })
  expect(heard[0]?.body).not.toContain('ExternalId')
})

test('the control account calls with its own credentials', async () => {
  const { url, heard } = await endpoint({ body: assumedBody(user + credentials) })
  const { assumeRole, outsiders } = sts(url)
  await assumeRole(asked)
  await outsiders[0]?.assumeRole(asked)
  expect(heard.map(({ authorization }) => /Credential=(\w+)/.exec(authorization)?.[1])).toEqual(['AKIADEFAULT', 'AKIASECOND'])
  expect(outsiders.map(({ name }) => name)).toEqual(['other-account'])
  expect(awsSts(access).outsiders).toEqual([])
})

test.each([
  ['no result', ''],
  ['no credentials', assumedBody(user)],
  ['no session', assumedBody(credentials)],
  ['credentials without a token', assumedBody(user + credentials.replace(/<SessionToken>.*<\/SessionToken>/, ''))],
])('treats an answer with %s as an error', async (_, body) => {
  const { url } = await endpoint({ body })
  expect(await sts(url).assumeRole(asked)).toEqual({ kind: 'refused', code: 'IncompleteAnswer', hint: null, requestId: 'request-1' })
})

const denial =
  'User: arn:aws:sts::111122223333:assumed-role/A/i-1 is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/R'

test.each([
  ['AccessDenied', 403, denial, null],
  ['AccessDenied', 403, `${denial} because no identity-based policy allows the sts:AssumeRole action`, 'identity-policy'],
  ['ExpiredToken', 403, 'The security token included in the request is expired', null],
  ['InvalidClientTokenId', 403, 'The security token included in the request is invalid.', null],
  ['SignatureDoesNotMatch', 403, 'The request signature we calculated does not match', null],
  ['RegionDisabledException', 403, 'STS is not activated in this region', null],
  [
    'ValidationError',
    400,
    'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    'duration-above-role-maximum',
  ],
  ['MalformedPolicyDocument', 400, 'x', null],
] as const)('%s (%s) keeps its code and request ID, and its text only as a hint', async (code, status, message, hint) => {
  const { url, heard } = await endpoint({ status, body: errorBody(code, message) })
  const answer = await sts(url).assumeRole(asked)
  expect(answer).toEqual({ kind: 'refused', code, hint, requestId: 'request-1' })
  expect(heard).toHaveLength(1)
})

test.each([
  ['Throttling', 400],
  ['ServiceUnavailable', 503],
  ['InternalFailure', 500],
] as const)('%s is tried twice and then told', async (code, status) => {
  const { url, heard } = await endpoint({ status, body: errorBody(code, 'x') })
  expect(await sts(url).assumeRole(asked)).toMatchObject({ kind: 'refused', code })
  expect(heard).toHaveLength(2)
})

test('succeeds if the second try is answered', async () => {
  const { url } = await endpoint('reset', { body: assumedBody(user + credentials) })
  expect(await sts(url).assumeRole(asked)).toMatchObject({ kind: 'assumed' })
})

test('never treats a missing or unreadable answer as a denial', async () => {
  const noAnswer = { kind: 'refused', code: 'NetworkError', hint: null, requestId: '' }
  expect(await sts((await endpoint('reset')).url).assumeRole(asked)).toEqual(noAnswer)
  expect(await sts('http://127.0.0.1:9').assumeRole(asked)).toEqual(noAnswer)
  expect(await sts('http://no-such-host.invalid').callerIdentity(region)).toEqual(noAnswer)
  for (const answer of [
    { status: 403, body: '<html>Blocked by a proxy</html>' },
    { status: 403, body: '{"message":"AccessDenied"}' },
    { status: 200, body: '<broken' },
    { status: 302, headers: { Location: 'https://login.example/' } },
  ]) {
    const { url } = await endpoint(answer)
    expect(await sts(url).assumeRole(asked)).toMatchObject({ kind: 'refused', code: expect.not.stringMatching('AccessDenied') })
  }
})

test("gives up an endpoint that doesn't answer, in bounded time", async () => {
  const { url, heard } = await endpoint('hang')
  expect(await sts(url).assumeRole(asked)).toMatchObject({ kind: 'refused', code: 'CallTimeout' })
  expect(heard).toHaveLength(2)
})

test('makes no call without credentials and reports a fault of ours', async () => {
  const { url, heard } = await endpoint({ body: '' })
  const { assumeRole, callerIdentity } = sts(url, '')
  const expected = { kind: 'refused', code: 'CredentialsProviderError', hint: null, requestId: '' }
  expect(await callerIdentity(region)).toEqual(expected)
  expect(await assumeRole(asked)).toEqual(expected)
  expect(heard).toEqual([])
})

test("denied credentials of a role chain don't look like a denial of the customer", async () => {
  const { url } = await endpoint({ status: 403, body: errorBody('AccessDenied', denial) })
  const port = sts(url)
  writeFileSync(
    process.env['AWS_CONFIG_FILE'] ?? '',
    '[profile chained]\nrole_arn = arn:aws:iam::111122223333:role/Application\nsource_profile = default\nregion = us-east-1\n',
  )
  const chained = awsSts({ ...access, profile: 'chained' })
  expect(await chained.assumeRole(asked)).toMatchObject({ kind: 'refused', code: 'CredentialsProviderError' })
  expect(await port.assumeRole(asked)).toMatchObject({ kind: 'refused', code: 'AccessDenied' })
})

test("checks a bucket with the session's credentials, and reads a 404 without a body as a missing bucket", async () => {
  const { url, heard } = await endpoint({ body: assumedBody(user + credentials) }, { status: 404 })
  const session = await sts(url).assumeRole(asked)
  if (session.kind !== 'assumed') throw new Error(session.code)
  expect(await session.check({ call: 's3-head-bucket', resource: 'acme-uploads', region })).toEqual({
    kind: 'refused',
    code: 'NoSuchBucket',
    hint: null,
    requestId: 'request-1',
  })
  expect(heard[1]).toMatchObject({
    method: 'HEAD',
    url: expect.stringMatching(/^\/acme-uploads\/?/),
    authorization: expect.stringContaining('ASIASESSION'),
  })
})

test.each([
  ['a denial', 403, 403, 'AccessDenied'],
  ['an expired session', 400, 400, 'ExpiredToken'],
  ['an expired session, as a 403', 403, 403, 'ExpiredToken'],
  ['a wrong clock', 403, 403, 'RequestTimeTooSkewed'],
  ['a busy service', 403, 503, 'SlowDown'],
])('finds %s behind an answer without a body with a second call', async (_, status, secondStatus, code) => {
  const inWords = { status: secondStatus, body: `<Error><Code>${code}</Code><Message>x</Message></Error>` }
  const { url, heard } = await endpoint({ body: assumedBody(user + credentials) }, { status }, inWords)
  const session = await sts(url).assumeRole(asked)
  if (session.kind !== 'assumed') throw new Error(session.code)
  expect(await session.check({ call: 's3-head-bucket', resource: 'acme-uploads', region })).toMatchObject({ kind: 'refused', code })
  expect(heard.slice(1, 3).map(({ method }) => method)).toEqual(['HEAD', 'GET'])
})

test('passes a bucket whose listing succeeds after an unclear answer', async () => {
  const { url } = await endpoint(
    { body: assumedBody(user + credentials) },
    { status: 403 },
    { body: '<ListBucketResult><Name>acme-uploads</Name></ListBucketResult>' },
  )
  const session = await sts(url).assumeRole(asked)
  if (session.kind !== 'assumed') throw new Error(session.code)
  expect(await session.check({ call: 's3-head-bucket', resource: 'acme-uploads', region })).toMatchObject({ kind: 'passed' })
})

test.each([
  [503, '<html>busy</html>', '503'],
  [502, '', '502'],
  [429, '', '429'],
  [403, '<html>proxy</html>', 'UnreadableAnswer'],
])('treats %s with an unreadable body as inconclusive', async (status, body, code) => {
  const { url } = await endpoint({ status, body })
  expect(await sts(url).callerIdentity(region)).toMatchObject({ kind: 'refused', code })
})

test('ends a call whose answer drips byte by byte', async () => {
  const { url } = await localServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/xml' })
    const drip = setInterval(() => response.write(' '), 20)
    response.on('close', () => clearInterval(drip))
  })
  sts(url)
  const port = awsSts({ ...access, callDeadlineMs: 300 })
  expect(await port.assumeRole(asked)).toMatchObject({ kind: 'refused', code: 'CallTimeout' })
  expect(await port.callerIdentity(region)).toMatchObject({ kind: 'refused', code: 'CallTimeout' })
})

test('passes a bucket that answers, and keeps the code of a listing', async () => {
  const denied = { status: 403, body: '<Error><Code>AccessDenied</Code><Message>x</Message></Error>' }
  const { url, heard } = await endpoint({ body: assumedBody(user + credentials) }, { status: 200 }, denied)
  const session = await sts(url).assumeRole(asked)
  if (session.kind !== 'assumed') throw new Error(session.code)
  expect(await session.check({ call: 's3-head-bucket', resource: 'acme-uploads', region })).toEqual({
    kind: 'passed',
    requestId: 'request-1',
  })
  expect(await session.check({ call: 's3-list-objects', resource: 'acme-uploads', region })).toMatchObject({
    kind: 'refused',
    code: 'AccessDenied',
  })
  expect(heard[2]?.url).toContain('max-keys=1')
})

test('returns account and ARN of the caller, or nothing', async () => {
  const identity = (body: string) =>
    `<GetCallerIdentityResponse><GetCallerIdentityResult>${body}</GetCallerIdentityResult></GetCallerIdentityResponse>`
  const { url } = await endpoint({
    body: identity('<Account>111122223333</Account><Arn>arn:aws:sts::111122223333:assumed-role/A/i-1</Arn>'),
  })
  expect(await sts(url).callerIdentity(region)).toEqual({
    kind: 'identity',
    accountId: '111122223333',
    arn: 'arn:aws:sts::111122223333:assumed-role/A/i-1',
    requestId: 'request-1',
  })
  const empty = await endpoint({ body: identity('') })
  expect(await sts(empty.url).callerIdentity(region)).toMatchObject({ kind: 'refused', code: 'IncompleteAnswer' })
})
