import { ConnectionHistory, HandoffSummary, HistoryEntry } from '#core/verify/connection-history.ts'
import { ConnectionUpdate, VendorConnection, VendorConnections, VerdictSummary } from '#core/verify/vendor-connection.ts'
import { body } from '#server/http/operation.ts'
import { connection, permissionChoice } from './connection-bodies.ts'
import { verdict } from './verification.ts'

const verdictSummary = body('VerdictSummary', VerdictSummary, {
  kind: 'As in the verdict.',
  diagnosis: 'As in the verdict.',
  checkedAt: 'UTC.',
  simulated: 'AWS was the simulator: the verdict says nothing about a real account.',
  current: '`false`: the permissions or your config have changed since, so the verdict is about an earlier request.',
})

const connectionUpdate = body('ConnectionUpdate', ConnectionUpdate, {
  missing: 'IDs of permission sets that are required now, or need a value.',
  removed: 'IDs of permission sets that your config no longer has.',
  roleChanged: '`true`: the same choice gives another role than the one that was verified. Absent otherwise.',
  sentences: 'The same in English, one sentence for each.',
})

export const vendorConnectionBody = body(
  'VendorConnection',
  VendorConnection,
  {
    ...connection.fields,
    tenant: 'Your customer: the `sub` of its launch tokens. `null` for an anonymous tenant.',
    tenantId: 'SHA-256 of the tenant. The log has its first 16 characters, and sessions have all of it as the ID of the tenant.',
    verdict: 'The last verdict in short. `null`: the connection was never checked, or not since someone began to disconnect it.',
    needsUpdate:
      'Your config requests other permissions than the connection was created with, or another role than the one that was verified. The customer has to update the role.',
    update: 'What your config requests now and the connection lacks. Absent where it needs no update.',
    changedAt: 'UTC. When the connection or its diagnosis last changed. Lists have this order.',
    disconnectedAt: 'UTC. `null`: the connection exists.',
  },
  [...connection.parts, permissionChoice, verdictSummary, connectionUpdate],
)

export const vendorConnectionsBody = body(
  'VendorConnections',
  VendorConnections,
  {
    connections: 'At most 200, in the order of their last change.',
    next: 'The `cursor` of the next page. Absent on the last page.',
    unreadable: 'How many connections of this page are left out because their record is damaged. Absent when there are none.',
  },
  [vendorConnectionBody],
)

const historyEntry = body(
  'HistoryEntry',
  HistoryEntry,
  {
    kind: '`claimed`: created. `terms-changed`: permissions or name changed. `verdict`: the diagnosis changed. The others are named after what happened.',
    at: 'UTC.',
    verdict: 'Only with `verdict`: the verdict with the request IDs of its calls.',
  },
  [verdict],
)

const handoffSummary = body('HandoffSummary', HandoffSummary, {
  id: 'The hand-off.',
  purpose: 'The task that the customer handed to a colleague.',
  createdAt: 'UTC.',
  expiresAt: 'UTC.',
  openedAt: 'UTC. `null`: the link was not opened.',
  revokedAt: 'UTC. `null`: the link was not revoked.',
})

export const connectionHistory = body(
  'ConnectionHistory',
  ConnectionHistory,
  {
    connectionId: 'The connection.',
    entries: 'Oldest first. A check that finds what the one before found adds none.',
    handoffs: 'Links that the customer gave to colleagues, oldest first. All of them are on the first page.',
    next: 'The `cursor` of the next page. Absent on the last page.',
  },
  [historyEntry, handoffSummary],
)
