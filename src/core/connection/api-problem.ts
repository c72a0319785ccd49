import * as z from 'zod/mini'
import { Problem, ProblemCode } from './problem.ts'

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
