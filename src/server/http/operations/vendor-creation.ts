import type { Context } from 'hono'
import type { Connection } from '#core/connection/connection.ts'
import { isDisconnecting } from '#core/connection/disconnection.ts'
import { CreatedConnection, VendorConnectionRequest } from '#core/verify/vendor-connection.ts'
import type { AppDependencies } from '#server/http/app-dependencies.ts'
import { body, type Operation } from '#server/http/operation.ts'
import { problem } from '#server/http/problems.ts'
import { readJsonBody } from '#server/http/request-body.ts'
import { note, shortHash } from '#server/http/request-facts.ts'
import type { OfVendor } from '#server/http/vendor-authentication.ts'
import { vendorConnection } from '#server/http/vendor-connections.ts'
import { type Asked, readCreation, vendorCreation } from '#server/http/vendor-creation.ts'
import type { NewAccountResult } from '#server/registry/registry.ts'
import { connectionRequest } from './connection-bodies.ts'
import { vendorConnectionBody } from './vendor-bodies.ts'

const vendorConnectionRequest = body(
  'VendorConnectionRequest',
  VendorConnectionRequest,
  {
    ...connectionRequest.fields,
    tenant: 'Your customer: the `sub` of its launch tokens.',
    accountId: 'The customer account. Leave it out with `roleArn`.',
    externalId: 'The ID that the role requires. Required with `roleArn`. Without it, the server makes a random one.',
    roleArn: 'Only to import a role that exists: its ARN.',
    name: 'The customer’s name for the account. At most 128 characters.',
  },
  connectionRequest.parts,
)

const createdConnection = body(
  'CreatedConnection',
  CreatedConnection,
  {
    ...vendorConnectionBody.fields,
    open: 'What opens the connection in the wizard: append it to the URL with a launch token of the customer, as in `https://connect.example.com/#launch-token=…#/connections/…`.',
  },
  vendorConnectionBody.parts,
)

const isImported = ({ roleArn }: Asked['request'], connection: Connection): boolean => roleArn !== undefined && !isDisconnecting(connection)

/** An imported role exists already, so it is verified before the answer. */
function createdAnswer({ registry, vendor, verification }: AppDependencies) {
  return async (context: Context<OfVendor>, { tenant, request }: Asked, result: NewAccountResult): Promise<Response> => {
    if (!('connection' in result)) return problem(result.kind)
    const { kind, connection } = result
    note(context, { connectionId: connection.id, ...(kind === 'existing' ? { isUnchanged: true } : {}) })
    if (isImported(request, connection)) await verification(tenant, connection, { now: true, launched: true })
    const found = await registry.ofAnyTenant(connection.id)
    if (found === null) return problem('not-found')
    const open = `#/connections/${encodeURIComponent(connection.id)}/role`
    const answer: CreatedConnection = { ...vendorConnection(found, vendor), open }
    return context.json(answer, kind === 'claimed' ? 201 : 200)
  }
}

export const createVendorConnection: Operation = {
  method: 'post',
  path: '/api/vendor/connections',
  id: 'createVendorConnection',
  title: 'Create a connection for a customer',
  description:
    'Before the customer comes: the external ID is claimed, and the customer finds the connection filled in. Or, with `roleArn`, the import of a role that exists: it is verified at once, without a stack. The config’s rules for external IDs apply to both. Repeating the request returns the existing connection.',
  access: 'vendor',
  scope: 'connections:write',
  limits: { requester: 'verificationsPerCaller' },
  request: vendorConnectionRequest,
  audit: 'connection.claimed',
  responses: [
    { status: 201, description: 'A new connection.', body: createdConnection },
    { status: 200, description: 'The existing connection.', body: createdConnection },
  ],
  problems: ['not-found', 'external-id-taken', 'external-id-issued-by-server', 'connection-limit', 'connection-unreadable'],
  handler: (dependencies) => {
    const create = vendorCreation(dependencies)
    const answer = createdAnswer(dependencies)
    return async (context) => {
      const reading = await readJsonBody(context)
      const asked = reading.kind === 'refused' ? reading : readCreation(reading.json)
      if (asked.kind === 'refused') return asked.response
      note(context, { tenant: shortHash(asked.tenant) })
      const created = await create(asked)
      return created.kind === 'refused' ? created.response : answer(context, asked, created.result)
    }
  },
}
