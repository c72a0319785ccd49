import type { ApiProblem, ApiProblemCode } from '#core/connection/problem.ts'

export const problemMediaType = 'application/problem+json'
export const problemPagePath = '/docs/problems'

type ProblemKind = {
  readonly status: number
  readonly title: string
  readonly remedy: string
}

/** https://www.rfc-editor.org/rfc/rfc9457 */
export const problems: Readonly<Record<ApiProblemCode, ProblemKind>> = {
  invalid: {
    status: 422,
    title: 'Some values are invalid',
    remedy: 'Each entry of issues names a field by its path, with a code and a sentence that says what is expected.',
  },
  'malformed-json': {
    status: 400,
    title: 'The body is not JSON',
    remedy: 'Send one JSON value in UTF-8, or no body if the request needs none.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    remedy: 'Send at most 64 KiB, or 256 KiB to POST /api/connections/batch.',
  },
  // The response must not reveal the owner, not even whether it is the caller.
  'external-id-taken': {
    status: 409,
    title: 'This external ID is not available',
    remedy: 'Each connection needs its own external ID, and a used one is never available again. Use a new random one.',
  },
  'external-id-issued-by-server': {
    status: 422,
    title: 'The server issues the external ID',
    remedy: 'Leave externalId out of the request. The response contains the issued one.',
  },
  'connection-limit': {
    status: 409,
    title: 'Too many pending connections',
    remedy: 'Finish one of the pending connections first. Connections that were verified once do not count.',
  },
  'not-verified': {
    status: 409,
    title: 'The connection is not verified',
    remedy:
      'A receipt requires a recent verified verdict. Verify the connection with POST …/:id/verify, and try again once the verdict is verified.',
  },
  disconnecting: {
    status: 409,
    title: 'The connection is being disconnected',
    remedy:
      'Its role is no longer verified. Follow the removal with DELETE on the connection, or keep the connection with DELETE …/:id/disconnection.',
  },
  'not-disconnecting': {
    status: 409,
    title: 'The connection is not being disconnected',
    remedy: 'Start with DELETE on the connection.',
  },
  rotating: {
    status: 409,
    title: 'The external ID is being replaced',
    remedy:
      'A receipt names one external ID, and the role may accept two. Get it once AWS denies the old one. The connection then has no rotation.',
  },
  'rotation-confirmed': {
    status: 409,
    title: 'The new external ID is already in use',
    remedy: 'A rotation can be canceled until the new external ID is confirmed. Remove the old one from the role to complete it.',
  },
  'handoff-used': {
    status: 409,
    title: 'This link has already created its connection',
    remedy: 'Continue with that connection. To connect another account, ask the person who sent the link for a new one.',
  },
  'viewer-cannot-change': {
    status: 403,
    title: 'This session can view but not change anything',
    remedy: 'Its launch token has the role viewer. Open a session with a launch token that has the role editor.',
  },
  unauthenticated: {
    status: 401,
    title: 'A session token is required',
    remedy: 'Open a session with POST /api/sessions and send its token as Authorization: Bearer. Tokens expire.',
  },
  'handoff-unknown': {
    status: 404,
    title: 'This hand-off link does not exist',
    remedy: 'Check that you copied the whole link. Old links are deleted: ask the sender for a new one.',
  },
  'handoff-expired': { status: 410, title: 'The hand-off link has expired', remedy: 'Ask the sender for a new one.' },
  'handoff-revoked': {
    status: 410,
    title: 'The hand-off link was revoked',
    remedy: 'The sender revoked or replaced it. Ask the sender for the current one.',
  },
  'beyond-handoff': {
    status: 403,
    title: 'The hand-off link does not give access to this',
    remedy: 'It opens one connection, and only for the requested task. Everything else requires the sender’s own session.',
  },
  'not-found': { status: 404, title: 'Not found', remedy: 'Check the URL. Only the tenant that created a connection can see it.' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed here', remedy: 'The Allow header lists the allowed methods.' },
  'rate-limited': { status: 429, title: 'Too many requests', remedy: 'Wait for the number of seconds in the Retry-After header.' },
  'launch-token-required': {
    status: 401,
    title: 'A launch token is required',
    remedy: 'This server does not allow anonymous sessions. Send a launch token that the vendor’s back end signed.',
  },
  'launch-token-refused': {
    status: 401,
    title: 'The launch token was rejected',
    remedy: 'The detail names each wrong claim and what is expected. If this server has no launch key, open the session without a token.',
  },
  'launch-token-used': {
    status: 401,
    title: 'The launch token was already used',
    remedy: 'Each token opens one session. Sign a new token, with a new jti, each time a customer opens the page.',
  },
  'vendor-api-off': {
    status: 404,
    title: 'The vendor API is off',
    remedy: 'Set ROLEBRIDGE_VENDOR_JWKS or ROLEBRIDGE_VENDOR_SECRET to turn it on.',
  },
  'vendor-token-missing': {
    status: 401,
    title: 'A token of the vendor’s back end is required',
    remedy: 'Sign a JWT for the vendor API and send it as Authorization: Bearer. Session tokens don’t work here.',
  },
  'vendor-token-invalid': {
    status: 401,
    title: 'The token was rejected',
    remedy: 'It has expired, or the detail names each wrong claim and what is expected. Sign a new token.',
  },
  'vendor-token-audience': {
    status: 401,
    title: 'The token is for another audience',
    remedy: 'Set aud to the origin of this server, which the detail names.',
  },
  'insufficient-scope': {
    status: 403,
    title: 'The token does not have the required scope',
    remedy: 'Add the scope that the detail names to the claim scope, and sign a new token.',
  },
  'events-off': {
    status: 409,
    title: 'Events are off',
    remedy: 'Set ROLEBRIDGE_WEBHOOK_URL and ROLEBRIDGE_WEBHOOK_SECRET, or ROLEBRIDGE_EVENTBRIDGE_BUS, and restart the server.',
  },
  'not-ready': {
    status: 503,
    title: 'Not ready',
    remedy: 'The detail says what the vendor must fix. The request itself is fine.',
  },
  'connection-unreadable': {
    status: 500,
    title: 'This connection can’t be read',
    remedy:
      'Its record in the registry is damaged. The role in AWS is not affected, and other connections work. Contact the vendor’s support: the log names the record, so that it can be restored from a backup.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong on our side',
    remedy: 'Try again. If the problem persists, send the request ID to the vendor’s support: the log has the error under this ID.',
  },
}

type ProblemDetails = {
  readonly detail?: string
  readonly issues?: NonNullable<ApiProblem['issues']>
  readonly headers?: Readonly<Record<string, string>>
}

export function problem(code: ApiProblemCode, { detail, issues, headers }: ProblemDetails = {}): Response {
  const { status, title } = problems[code]
  const body: ApiProblem = {
    type: `${problemPagePath}#${code}`,
    title,
    status,
    code,
    ...(detail === undefined ? {} : { detail }),
    ...(issues === undefined ? {} : { issues }),
  }
  return new Response(JSON.stringify(body), { status, headers: { ...headers, 'Content-Type': problemMediaType } })
}

export function rateLimited(retryAfterSeconds: number): Response {
  return problem('rate-limited', {
    detail: `Try again in ${retryAfterSeconds} s.`,
    headers: { 'Retry-After': String(retryAfterSeconds) },
  })
}

const section = ([code, { status, title, remedy }]: [string, (typeof problems)[keyof typeof problems]]): string =>
  `<h2 id="${code}"><code>${code}</code></h2>\n<p><strong>${title}</strong> (HTTP ${status}). ${remedy}</p>`

/** The target of the `type` of every problem. */
export const problemPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Problems · Rolebridge</title>
<style>:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif } body { margin: 2rem auto; max-width: 44rem; padding: 0 1rem }</style>
</head>
<body>
<main>
<h1>Problems</h1>
<p>Every error of the API is a problem (RFC 9457) with one of these codes. Codes never change.</p>
${Object.entries(problems).map(section).join('\n')}
</main>
</body>
</html>
`
