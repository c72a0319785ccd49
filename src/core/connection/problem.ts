import * as z from 'zod/mini'

/** Permanent. */
export const ProblemCode = z.enum([
  'invalid',
  'malformed-json',
  'body-too-large',
  'external-id-taken',
  'external-id-issued-by-server',
  'connection-limit',
  'not-verified',
  'disconnecting',
  'not-disconnecting',
  'rotating',
  'rotation-confirmed',
  'unauthenticated',
  'handoff-unknown',
  'handoff-expired',
  'handoff-revoked',
  'beyond-handoff',
  'handoff-used',
  'not-found',
  'method-not-allowed',
  'rate-limited',
  'launch-token-required',
  'launch-token-refused',
  'launch-token-used',
  'viewer-cannot-change',
  'not-ready',
  'connection-unreadable',
  'internal',
])
export type ProblemCode = z.infer<typeof ProblemCode>

/** RFC 9457 problem details. `issues` names the fields: `path` as in the request, `code` as in `refusals.ts`. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: ProblemCode,
  detail: z.optional(z.string()),
  traceId: z.optional(z.string()),
  issues: z.optional(z.array(z.object({ path: z.array(z.string()), code: z.string(), message: z.string() }))),
})
export type Problem = z.infer<typeof Problem>

/** Every code of the API: those that a customer's browser can get, and those of requests by the vendor's back end. Permanent. */
export const ApiProblemCode = z.enum([
  ...ProblemCode.options,
  'vendor-api-off',
  'vendor-token-missing',
  'vendor-token-invalid',
  'vendor-token-audience',
  'insufficient-scope',
  'events-off',
])
export type ApiProblemCode = z.infer<typeof ApiProblemCode>

export const ApiProblem = z.extend(Problem, { code: ApiProblemCode })
export type ApiProblem = z.infer<typeof ApiProblem>
