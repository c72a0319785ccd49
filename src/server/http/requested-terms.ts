import * as z from 'zod/mini'
import { ConnectionRequest, type ConnectionTerms, readTerms } from '#core/connection/connection.ts'
import { proposedExternalId, type RandomBytes } from '#core/connection/external-id/external-id.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { pastedText } from '#core/text/strings.ts'
import type { HeldConnection } from '#server/registry/registry.ts'
import { problem } from './problems.ts'
import { invalid } from './request-body.ts'
import { wordsOf } from './suffixed-external-id.ts'

export type RequestedTerms =
  | { readonly kind: 'terms'; readonly terms: ConnectionTerms }
  | { readonly kind: 'refused'; readonly response: Response }

type Made = {
  readonly externalId: string
  /** True for an earlier generated ID that fits this request, so that repeating it generates no second one. */
  readonly answers: (earlier: string) => boolean
}

function suffixed(words: string, suffix: string): Made {
  // Someone can enter the whole ID that an earlier request got, also after a rotation.
  const wanted = wordsOf(words, suffix.length)
  const answers = (earlier: string) => earlier === words || wordsOf(earlier, suffix.length) === wanted
  return { externalId: words === '' ? '' : `${words}-${suffix}`, answers }
}

const made: Readonly<Record<Exclude<Vendor['externalId']['mode'], 'chosen'>, (words: string, randomBytes: RandomBytes) => Made>> = {
  'chosen-with-suffix': (words, randomBytes) => suffixed(words, proposedExternalId(randomBytes)),
  issued: (_, randomBytes) => ({ externalId: proposedExternalId(randomBytes), answers: () => true }),
}

type TermsRequest = {
  readonly vendor: Vendor
  readonly json: unknown
  /** The connections of the tenant to the account of these terms. */
  readonly heldFor: (terms: ConnectionTerms) => Promise<readonly HeldConnection[]>
  readonly randomBytes: RandomBytes
}

/** The requested terms, with the external ID that the vendor's mode gives them. */
export async function requestedTerms({ vendor, json, heldFor, randomBytes }: TermsRequest): Promise<RequestedTerms> {
  const { mode } = vendor.externalId
  const request = z.safeParse(ConnectionRequest, json)
  if (!request.success) return { kind: 'refused', response: invalid(request.error.issues, 'request-invalid') }
  if (mode === 'issued' && request.data.externalId !== undefined)
    return { kind: 'refused', response: problem('external-id-issued-by-server') }
  const own = mode === 'chosen' ? null : made[mode](pastedText(request.data.externalId ?? ''), randomBytes)
  const reading =
    own === null
      ? readTerms(request.data, vendor)
      : readTerms({ ...request.data, externalId: own.externalId }, vendor, { externalId: 'any' })
  if (reading.kind === 'refused') return { kind: 'refused', response: invalid(reading.issues, 'request-invalid') }
  if (own === null) return reading
  const earlier = (await heldFor(reading.terms)).find(({ externalId }) => own.answers(externalId))
  return earlier === undefined ? reading : { kind: 'terms', terms: { ...reading.terms, externalId: earlier.externalId } }
}
