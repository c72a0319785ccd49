import type { Problem, ProblemCode } from '#core/problem.ts'

type ProblemKind = { readonly status: number; readonly title: string }

/** https://www.rfc-editor.org/rfc/rfc9457 */
const problems: Readonly<Record<ProblemCode, ProblemKind>> = {
  invalid: { status: 422, title: 'Some of the values cannot be used' },
  'malformed-json': { status: 400, title: 'The body is not JSON' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  // Whose it is must not be told, not even whether it is the caller's own.
  'external-id-taken': { status: 409, title: 'This external ID cannot be used: choose another' },
  'external-id-issued-by-server': { status: 422, title: 'The external ID is issued by the server and cannot be chosen' },
  'connection-limit': { status: 409, title: 'Too many connections wait for verification' },
  unauthenticated: { status: 401, title: 'A session token is needed' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed here' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  'launch-token-refused': { status: 401, title: 'The launch token was refused' },
  'not-ready': { status: 503, title: 'Not ready' },
  internal: { status: 500, title: 'Something broke on our side' },
}

type ProblemDetails = {
  readonly detail?: string
  readonly issues?: NonNullable<Problem['issues']>
  readonly headers?: Readonly<Record<string, string>>
}

export function problem(code: ProblemCode, { detail, issues, headers }: ProblemDetails = {}): Response {
  const { status, title } = problems[code]
  const body: Problem = {
    type: `/docs/problems#${code}`,
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
