import type { Problem, ProblemCode } from '#core/connection/problem.ts'

export const problemPagePath = '/docs/problems'

type ProblemKind = {
  readonly status: number
  readonly title: string
  /** What to do. */
  readonly remedy: string
}

/** https://www.rfc-editor.org/rfc/rfc9457 */
export const problems: Readonly<Record<ProblemCode, ProblemKind>> = {
  invalid: {
    status: 422,
    title: 'Some of the values cannot be used',
    remedy: 'Each entry of issues names a field by its path, gives a code and says in words what is expected there.',
  },
  'malformed-json': {
    status: 400,
    title: 'The body is not JSON',
    remedy: 'Send one JSON value in UTF-8, or no body where none is needed.',
  },
  'body-too-large': { status: 413, title: 'The body is too large', remedy: 'Send at most 64 KiB.' },
  // Whose it is must not be told, not even whether it is the caller's own.
  'external-id-taken': {
    status: 409,
    title: 'This external ID cannot be used: choose another',
    remedy: 'Each connection needs an external ID of its own, and one that was ever used is not given again. Propose a new random one.',
  },
  'external-id-issued-by-server': {
    status: 422,
    title: 'The external ID is issued by the server and cannot be chosen',
    remedy: 'Leave externalId out of the request. The answer has the one that was issued.',
  },
  'connection-limit': {
    status: 409,
    title: 'Too many connections wait for verification',
    remedy: 'Finish one of the connections that are there already: those that were verified once do not count.',
  },
  'not-verified': {
    status: 409,
    title: 'There is a receipt only for what is verified now',
    remedy: 'Verify the connection with POST /api/connections/:id/verify and ask again once the verdict is verified.',
  },
  'handoff-used': {
    status: 409,
    title: 'This link has already created its connection',
    remedy: 'Continue with that connection. To connect another account, ask the person who sent the link for a new one.',
  },
  'viewer-cannot-change': {
    status: 403,
    title: 'This session can view but not change anything',
    remedy: 'Its launch token has the role viewer. Open a session with a launch token whose role is editor.',
  },
  unauthenticated: {
    status: 401,
    title: 'A session token is needed',
    remedy: 'Open a session with POST /api/sessions and send its token as Authorization: Bearer. Tokens expire.',
  },
  'handoff-unknown': {
    status: 404,
    title: 'There is no such hand-off link',
    remedy: 'Check that the whole link was copied. Links of long ago are forgotten: ask who sent it for a new one.',
  },
  'handoff-expired': { status: 410, title: 'The hand-off link has expired', remedy: 'Ask who sent it for a new one.' },
  'handoff-revoked': {
    status: 410,
    title: 'The hand-off link was revoked',
    remedy: 'Who sent it has ended it, or has made a newer one, which takes its place. Ask for that.',
  },
  'beyond-handoff': {
    status: 403,
    title: 'A hand-off link does not open this',
    remedy: 'It opens one connection, and of that only what the colleague was asked for. Everything else is for who made the link.',
  },
  'not-found': { status: 404, title: 'Not found', remedy: 'Check the address. A connection is shown to the tenant that made it alone.' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed here', remedy: 'The Allow header lists those that are.' },
  'rate-limited': { status: 429, title: 'Too many requests', remedy: 'Wait as many seconds as the Retry-After header says.' },
  'launch-token-required': {
    status: 401,
    title: 'A launch token is required',
    remedy: 'This server opens no anonymous sessions. Send a launch token that the back end of the vendor signed.',
  },
  'launch-token-refused': {
    status: 401,
    title: 'The launch token was rejected',
    remedy:
      'The detail names each claim that is wrong and what is expected. Where this server has no launch key, open the session without a token.',
  },
  'launch-token-used': {
    status: 401,
    title: 'The launch token was already used',
    remedy: 'Each token opens one session. Sign a new one, with a new jti, each time a customer opens the page.',
  },
  'not-ready': {
    status: 503,
    title: 'Not ready',
    remedy: 'The detail says what is missing on the side of the vendor. Nothing is wrong with the request.',
  },
  'connection-unreadable': {
    status: 500,
    title: 'This connection can’t be read on our side',
    remedy:
      'Its record in the registry is damaged. The role in AWS is not affected, and other connections work. Tell the support of the vendor: the log names the record, and a backup has it.',
  },
  internal: {
    status: 500,
    title: 'Something broke on our side',
    remedy: 'Try again later. If it stays, give the request ID to the support of the vendor: the log has the error under it.',
  },
}

type ProblemDetails = {
  readonly detail?: string
  readonly issues?: NonNullable<Problem['issues']>
  readonly headers?: Readonly<Record<string, string>>
}

export function problem(code: ProblemCode, { detail, issues, headers }: ProblemDetails = {}): Response {
  const { status, title } = problems[code]
  const body: Problem = {
    type: `${problemPagePath}#${code}`,
    title,
    status,
    code,
    ...(detail === undefined ? {} : { detail }),
    ...(issues === undefined ? {} : { issues }),
  }
  return new Response(JSON.stringify(body), { status, headers: { ...headers, 'Content-Type': 'application/problem+json' } })
}

export function rateLimited(retryAfterSeconds: number): Response {
  return problem('rate-limited', {
    detail: `Try again in ${retryAfterSeconds} s.`,
    headers: { 'Retry-After': String(retryAfterSeconds) },
  })
}

const section = ([code, { status, title, remedy }]: [string, (typeof problems)[keyof typeof problems]]): string =>
  `<h2 id="${code}"><code>${code}</code></h2>\n<p><strong>${title}</strong> (HTTP ${status}). ${remedy}</p>`

/** What the `type` of every problem leads to. */
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
