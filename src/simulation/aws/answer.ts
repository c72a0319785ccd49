import type { State } from './state.ts'
import type { Xml } from './xml.ts'

export type Refusal = {
  readonly kind: 'refused'
  readonly status: 400 | 403 | 404 | 405 | 409 | 413 | 429 | 501 | 503
  readonly code: string
  readonly message: string
}

/** `result` is null for actions that return only a request ID. `state` is present if the call changed something. */
export type Done = { readonly kind: 'done'; readonly result: Xml | null; readonly state?: State }

export type Answer = Done | Refusal

export const refused = (status: Refusal['status'], code: string, message: string): Refusal => ({ kind: 'refused', status, code, message })

export const validationError = (message: string): Refusal => refused(400, 'ValidationError', message)

export const done = (result: Xml | null, state?: State): Done => ({ kind: 'done', result, ...(state === undefined ? {} : { state }) })

// https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
export const missingAuthentication = refused(403, 'MissingAuthenticationToken', 'Request is missing Authentication Token')
export const unknownToken = refused(403, 'InvalidClientTokenId', 'The security token included in the request is invalid.')
export const expiredToken = refused(403, 'ExpiredToken', 'The security token included in the request is expired')
