/** One faulty answer and its meaning for a check, at the call where it replaces the clean one. */
export type Meaning =
  /** The call succeeded, for the role that was requested. */
  | 'accepted'
  /** The call succeeded, for a session of something else. */
  | 'other-session'
  | 'denied'
  | 'denied-by-trust-policy'
  | 'denied-by-organization'
  | 'denied-by-caller'
  /** A denial that is about tags, or names a policy of a kind that we do not know. */
  | 'denied-otherwise'
  | 'root-caller'
  | 'credentials'
  | 'request'
  | 'region-disabled'
  /** AWS said to come back later, or nothing that can be read. */
  | 'nothing'
  /** A code that isn't a denial. It proves nothing about a role, but STS doesn't return the caller identity. */
  | 'unknown-code'

type FaultyCall = {
  /** STS's success response for the requested role. */
  readonly accepted: string
  readonly roleName: string
  readonly accountId: string
}

export type Reply =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly body: (call: FaultyCall) => string | Buffer
      readonly headers: Readonly<Record<string, string>>
    }
  | { readonly kind: 'hang' | 'drip-headers' | 'drip-body' | 'reset' | 'reset-after-headers' | 'reset-in-body' | 'body-too-short' }

export type Fault = {
  readonly name: string
  readonly means: Meaning
  readonly reply: Reply
}

const requestIds = { 'x-amzn-requestid': 'request-1', 'x-amz-request-id': 'request-1' }
const xml = { 'content-type': 'text/xml', ...requestIds }
const html = { 'content-type': 'text/html' }

type Answer = Partial<Extract<Reply, { readonly kind: 'answer' }>>

const answer = (name: string, means: Meaning, status: number, change: Answer = {}): Fault => ({
  name,
  means,
  reply: { kind: 'answer', status, body: () => '', headers: xml, ...change },
})

const silence = (kind: Exclude<Reply['kind'], 'answer'>): Fault => ({ name: kind, means: 'nothing', reply: { kind } })

export const errorBody = (code: string, message: string) =>
  `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>request-1</RequestId></ErrorResponse>`

const error = (means: Meaning, status: number, code: string, message = 'x'): Fault =>
  answer(`${status} ${code}${message === 'x' ? '' : `: ${message}`}`, means, status, { body: () => errorBody(code, message) })

const denial = 'User: arn:aws:sts::111122223333:assumed-role/A/i-1 is not authorized to perform: sts:AssumeRole on resource: R'

const denied = (means: Meaning, reason: string): Fault => ({
  ...error(means, 403, 'AccessDenied', `${denial} ${reason}`),
  name: `AccessDenied ${reason}`,
})

const forSession = (name: string, arn: (call: FaultyCall) => string): Fault =>
  answer(`success for ${name}`, 'other-session', 200, {
    body: (call) => call.accepted.replace(/<Arn>.*<\/Arn>/, `<Arn>${arn(call)}</Arn>`),
  })

const without = (name: string, pattern: RegExp): Fault =>
  answer(`success without ${name}`, 'nothing', 200, { body: ({ accepted }) => accepted.replace(pattern, '') })

/** Each takes as long as a call can take. */
export const slowFaults: readonly Fault[] = [silence('hang'), silence('drip-headers'), silence('drip-body'), silence('body-too-short')]

const transport: readonly Fault[] = [
  silence('reset'),
  silence('reset-after-headers'),
  silence('reset-in-body'),
  answer('empty 200', 'nothing', 200, { headers: {} }),
  answer('204', 'nothing', 204, { headers: {} }),
  answer('200 of JSON', 'nothing', 200, { body: () => '{"status":"ok"}', headers: { 'content-type': 'application/json' } }),
  answer('200 of HTML', 'nothing', 200, { body: () => '<html><body>Sign in</body></html>', headers: html }),
  answer('200 of rubbish', 'nothing', 200, { body: () => Buffer.from([0, 255, 60, 7, 62, 128, 13]), headers: {} }),
  answer('200 of broken gzip', 'nothing', 200, { body: () => 'not gzip', headers: { 'content-encoding': 'gzip' } }),
  answer('200 of 4 MB', 'nothing', 200, { body: () => ' '.repeat(4_000_000), headers: {} }),
  answer('301', 'nothing', 301, { headers: { location: 'https://login.example/' } }),
  answer('302', 'nothing', 302, { headers: { location: 'https://login.example/' } }),
  answer('307', 'nothing', 307, { headers: { location: 'https://login.example/' } }),
  answer('403 of HTML', 'nothing', 403, { body: () => '<html>Blocked</html>', headers: html }),
  answer('403 of JSON', 'nothing', 403, { body: () => '{"code":"AccessDenied"}', headers: { 'content-type': 'application/json' } }),
  answer('429', 'nothing', 429, { headers: {} }),
  answer('502 of HTML', 'nothing', 502, { body: () => '<html>Bad gateway</html>', headers: html }),
  answer('503', 'nothing', 503, { headers: {} }),
]

const successes: readonly Fault[] = [
  answer('success', 'accepted', 200, { body: ({ accepted }) => accepted }),
  answer('truncated success', 'nothing', 200, { body: ({ accepted }) => accepted.slice(0, -120) }),
  answer('success with status 403', 'nothing', 403, { body: ({ accepted }) => accepted }),
  answer('success with status 500', 'nothing', 500, { body: ({ accepted }) => accepted }),
  without('credentials', /<Credentials>.*<\/Credentials>/),
  without('a session token', /<SessionToken>.*<\/SessionToken>/),
  without('an ARN', /<Arn>.*<\/Arn>/),
  forSession('another role', ({ accountId }) => `arn:aws:sts::${accountId}:assumed-role/Another/s`),
  forSession(
    'the role in other letters',
    ({ accountId, roleName }) => `arn:aws:sts::${accountId}:assumed-role/${roleName.toLowerCase()}/s`,
  ),
  forSession('another account', ({ roleName }) => `arn:aws:sts::777788889999:assumed-role/${roleName}/s`),
  forSession('another partition', ({ accountId, roleName }) => `arn:aws-cn:sts::${accountId}:assumed-role/${roleName}/s`),
  forSession('the application role', () => 'arn:aws:sts::111122223333:assumed-role/PixelworksApplication/s'),
  forSession('a user', ({ accountId, roleName }) => `arn:aws:iam::${accountId}:user/${roleName}`),
]

const denials: readonly Fault[] = [
  error('denied', 403, 'AccessDenied'),
  error('denied', 403, 'AccessDeniedException'),
  denied('denied-by-trust-policy', 'because no role trust policy allows the sts:AssumeRole action'),
  denied('denied-by-trust-policy', 'because no resource-based policy allows the sts:AssumeRole action'),
  denied('denied-by-trust-policy', 'with an explicit deny in the role trust policy'),
  denied('denied-by-organization', 'with an explicit deny in a resource control policy'),
  denied('denied-by-caller', 'because no identity-based policy allows the sts:AssumeRole action'),
  denied('denied-by-caller', 'with an explicit deny in an identity-based policy: arn:aws:iam::111122223333:policy/P'),
  denied('denied-by-caller', 'because no permissions boundary allows the sts:AssumeRole action'),
  denied('denied-by-caller', 'with an explicit deny in a permissions boundary'),
  denied('denied-by-caller', 'because no session policy allows the sts:AssumeRole action'),
  denied('denied-by-caller', 'with an explicit deny in a session policy'),
  denied('denied-by-caller', 'because no VPC endpoint policy allows the sts:AssumeRole action'),
  denied('denied-by-caller', 'with an explicit deny in a VPC endpoint policy'),
  denied('denied-by-caller', 'because no service control policy allows the sts:AssumeRole action'),
  denied('denied-by-caller', 'with an explicit deny in a service control policy'),
  denied('denied-otherwise', 'because no network perimeter policy allows the sts:AssumeRole action'),
  denied('denied-otherwise', 'with an explicit deny in a network perimeter policy'),
  denied('denied-otherwise', 'with an explicit deny'),
  error('root-caller', 403, 'AccessDenied', 'Roles may not be assumed by root accounts.'),
  error('nothing', 400, 'AccessDenied'),
  error('nothing', 418, 'AccessDenied'),
  error('unknown-code', 403, 'accessdenied'),
  error('unknown-code', 403, 'Forbidden'),
  error('nothing', 200, 'AccessDenied'),
  error('nothing', 500, 'AccessDenied'),
  error('nothing', 503, 'AccessDenied'),
  error('nothing', 429, 'AccessDenied'),
]

const codes: readonly Fault[] = [
  error('request', 400, 'ValidationError'),
  error('request', 400, 'ValidationError', 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.'),
  error('request', 400, 'MalformedPolicyDocument'),
  error('request', 400, 'PackedPolicyTooLarge'),
  error('credentials', 403, 'ExpiredToken'),
  error('credentials', 403, 'InvalidClientTokenId'),
  error('credentials', 403, 'SignatureDoesNotMatch'),
  error('region-disabled', 403, 'RegionDisabledException'),
  error('nothing', 400, 'Throttling'),
  error('nothing', 400, 'RequestLimitExceeded'),
  error('nothing', 500, 'InternalFailure'),
  error('nothing', 503, 'ServiceUnavailable'),
  error('nothing', 200, 'SomethingNew'),
  error('unknown-code', 403, 'SomethingNew'),
  error('unknown-code', 418, 'SomethingNew'),
  error('unknown-code', 404, 'NoSuchEntity'),
]

export const quickFaults: readonly Fault[] = [...transport, ...successes, ...denials, ...codes]
