import * as z from 'zod/mini'
import { ConnectionRequest, type ConnectionTerms, readTerms } from '#core/connection/connection.ts'
import { proposedExternalId, type RandomBytes } from '#core/connection/external-id/external-id.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { pastedText } from '#core/text/strings.ts'
import type { HeldConnection } from '#server/registry/registry.ts'
import { problem } from './problems.ts'
import { invalid } from './request-body.ts'
import { wordsOf } from './suffixed-external-id.ts'

/** The connection that an earlier request with the same words made, so that repeating it makes no second one. */
type Earlier = (held: readonly HeldConnection[]) => HeldConnection | undefined

export type RequestedTerms =
  /** `earlier` is for the claim. Absent where the external ID of the request is the whole one. */
  | { readonly kind: 'terms'; readonly terms: ConnectionTerms; readonly earlier?: Earlier }
  | { readonly kind: 'refused'; readonly response: Response }

type Made = { readonly externalId: string; readonly earlier: Earlier }

type ClaimedBy = (externalId: string) => Promise<string | null>

/**
 * The words can end like a generated ID, so they are never shortened: `acme-` and 24 letters is not `acme`. Someone can also enter the whole
 * ID that an earlier request got. After a rotation, only the claim of that ID tells which connection it is.
 */
async function suffixed(words: string, suffix: string, claimedBy: ClaimedBy): Promise<Made> {
  const claimant = await claimedBy(words)
  const earlier: Earlier = (held) =>
    held.find(({ externalId }) => externalId === words) ??
    held.find(({ externalId }) => wordsOf(externalId, suffix.length) === words) ??
    held.find(({ id }) => id === claimant)
  return { externalId: words === '' ? '' : `${words}-${suffix}`, earlier }
}

type Making = (words: string, randomBytes: RandomBytes, claimedBy: ClaimedBy) => Promise<Made>

const made: Readonly<Record<Exclude<Vendor['externalId']['mode'], 'chosen'>, Making>> = {
  'chosen-with-suffix': (words, randomBytes, claimedBy) => suffixed(words, proposedExternalId(randomBytes), claimedBy),
  issued: async (_, randomBytes) => ({ externalId: proposedExternalId(randomBytes), earlier: ([first]) => first }),
}

type TermsRequest = {
  readonly vendor: Vendor
  readonly json: unknown
  /** The connection of the tenant that claimed the external ID. */
  readonly claimedBy: ClaimedBy
  readonly randomBytes: RandomBytes
}

/** The requested terms, with the external ID that the vendor's mode gives them. */
export async function requestedTerms({ vendor, json, claimedBy, randomBytes }: TermsRequest): Promise<RequestedTerms> {
  const { mode } = vendor.externalId
  const request = z.safeParse(ConnectionRequest, json)
  if (!request.success) return { kind: 'refused', response: invalid(request.error.issues, 'request-invalid') }
  if (mode === 'issued' && request.data.externalId !== undefined)
    return { kind: 'refused', response: problem('external-id-issued-by-server') }
  const own = mode === 'chosen' ? null : await made[mode](pastedText(request.data.externalId ?? ''), randomBytes, claimedBy)
  const reading =
    own === null
      ? readTerms(request.data, vendor)
      : readTerms({ ...request.data, externalId: own.externalId }, vendor, { externalId: 'any' })
  if (reading.kind === 'refused') return { kind: 'refused', response: invalid(reading.issues, 'request-invalid') }
  return own === null ? reading : { ...reading, earlier: own.earlier }
}
