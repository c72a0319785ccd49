import type { Context } from 'hono'
import * as z from 'zod/mini'
import { isDisconnecting } from '#core/connection/disconnection.ts'
import { isFoundSince } from '#server/aws/verdict-is-current.ts'
import { connectionEnded } from '#server/http/connection-ended.ts'
import { body, type Operation } from '#server/http/operation.ts'
import { problem } from '#server/http/problems.ts'
import { withBody } from '#server/http/request-body.ts'
import { note } from '#server/http/request-facts.ts'
import type { OfVendor } from '#server/http/vendor-authentication.ts'
import { connectedInPath } from '#server/http/vendor-connections.ts'
import { receiptBody, receiptResponse } from './receipts.ts'
import { verdict, verdictAnswer } from './verification.ts'

const vendorVerifyRequest = body('VendorVerifyRequest', z.object({ now: z._default(z.boolean(), false) }), {
  now: 'A verdict that is more than one second old is not enough.',
})

const verifyVendorConnection: Operation = {
  method: 'post',
  path: '/api/vendor/connections/:id/verify',
  id: 'verifyVendorConnection',
  title: 'Verify a connection of any customer',
  description:
    'Runs the probes, joins a run in flight, or returns the last verdict while it is fresh, as for the customer. If AWS denies access, that is a verdict, not an error.',
  access: 'vendor',
  scope: 'connections:write',
  limits: { requester: 'verificationsPerCaller' },
  request: vendorVerifyRequest,
  audit: 'connection.verified',
  responses: [{ status: 200, description: 'The verdict.', body: verdict }],
  problems: ['not-found', 'connection-unreadable', 'disconnecting'],
  handler: ({ registry, verification, now }) =>
    withBody(vendorVerifyRequest.schema, async (urgency, context: Context<OfVendor>) => {
      const found = await connectedInPath(context, registry)
      if (found === null) return problem('not-found')
      if (isDisconnecting(found.connection)) return problem('disconnecting')
      const askedMs = now().getTime()
      const result = await verification(found.tenant, found.connection, urgency)
      if (result === null) return connectionEnded(registry, found.tenant, found.connection.id)
      const { kind, diagnosis } = result
      note(context, { verdict: kind, diagnosis, ...(isFoundSince(result, askedMs) ? {} : { isUnchanged: true }) })
      return verdictAnswer(context, result)
    }),
}

const getVendorReceipt: Operation = {
  method: 'get',
  path: '/api/vendor/connections/:id/receipt',
  id: 'getVendorReceipt',
  title: 'Get the receipt of a connection of any customer',
  description:
    'The evidence of the last verdict as a compact JWS, signed with Ed25519. Its content is a `Receipt`. It starts no check: verify the connection first if its verdict is more than five minutes old.',
  access: 'vendor',
  scope: 'connections:read',
  limits: { requester: 'readsPerCaller' },
  responses: [{ status: 200, description: 'The signed receipt.', mediaType: 'application/jose', content: receiptBody }],
  problems: ['not-found', 'connection-unreadable', 'not-verified', 'disconnecting', 'rotating'],
  handler: (dependencies) => async (context) => {
    const found = await connectedInPath(context, dependencies.registry)
    return found === null ? problem('not-found') : receiptResponse(found, async (verdict) => verdict, dependencies)
  },
}

export const vendorVerificationOperations: readonly Operation[] = [verifyVendorConnection, getVendorReceipt]
