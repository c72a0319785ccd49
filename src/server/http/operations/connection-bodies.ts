import * as z from 'zod/mini'
import { AccountName } from '#core/aws/account-id.ts'
import { Connection, ConnectionRequest } from '#core/connection/connection.ts'
import { Disconnection, DisconnectionRecord, RemovalCheck } from '#core/connection/disconnection.ts'
import { PermissionsChange } from '#core/connection/edited-policy.ts'
import { PermissionChoice } from '#core/connection/permission-choice.ts'
import { Rotation, RotationRecord } from '#core/connection/rotation.ts'
import { LastCheck } from '#core/verify/verdict.ts'
import { body } from '#server/http/operation.ts'

export const permissionChoice = body('PermissionChoice', PermissionChoice, null)

export const connectionRequest = body(
  'ConnectionRequest',
  ConnectionRequest,
  {
    accountId: 'The customer account. A pasted role ARN or digits in groups also work.',
    region: 'Where the stack is created, and whose STS is called. One of `regions` in the config.',
    externalId: 'The customer’s choice. Leave it out where the server issues external IDs.',
    permissions: 'The chosen permission sets, each with the values of its parameters. Required sets must be included.',
    role: 'Role settings that the customer’s company requires, within what the config allows.',
    permissionsPolicy: 'The permissions policy as the customer edited it. It replaces the policy that the permission sets produce.',
  },
  [permissionChoice],
)

export const permissionsChangeRequest = body(
  'PermissionsChange',
  PermissionsChange,
  {
    permissions: 'All permission sets that are chosen from now on.',
    permissionsPolicy: 'As the customer edited it. Without it, the permission sets produce the policy again.',
  },
  [permissionChoice],
)

export const NameChange = z.object({ name: z.union([z.literal(''), AccountName]) })

export const nameChangeRequest = body('NameChange', NameChange, { name: 'At most 128 characters. An empty text removes the name.' })

const removalCheck = body('RemovalCheck', RemovalCheck, {
  outcome:
    '`allowed`: AWS still lets you assume the role. `denied`: AWS denied it with the external ID, without one, and with another. `unknown`: no clear response from AWS, or a problem on the vendor’s side.',
  at: 'UTC.',
  requestIds: 'The AWS request IDs of the calls.',
  simulated: 'AWS was the simulator.',
  untried:
    'ARNs of the other roles of the application. The check couldn’t run as them, so it doesn’t tell whether they can still assume the role. Absent: there are none.',
})

const disconnection = body(
  'Disconnection',
  Disconnection,
  {
    requestedAt: 'UTC. From then on the role isn’t verified.',
    check: 'The last check. `null`: none so far.',
    deniedSince: 'UTC. Every check since then was denied. `null`: the last one wasn’t.',
    confirmedBy:
      'The side that said that the role is deleted, where `check.untried` couldn’t be tried. Absent: not needed, or not said so far.',
  },
  [removalCheck],
)

export const disconnectionRecord = body(
  'DisconnectionRecord',
  DisconnectionRecord,
  {
    connectionId: 'The connection.',
    roleArn: 'The role that the customer removes.',
    status:
      '`disconnecting`: the removal of the role isn’t confirmed yet. `disconnected`: AWS has denied access in checks 10 seconds apart, and `confirmedBy` is present if `check.untried` couldn’t be tried.',
    requestedAt: 'UTC.',
    disconnectedAt: 'UTC. `null`: the removal isn’t confirmed yet, and checks go on.',
    check: 'The last check. `null`: none so far.',
    deniedSince: 'UTC. Every check since then was denied. `null`: the last one wasn’t.',
    needsConfirmation:
      '`true`: AWS denied what was tried, but `check.untried` couldn’t be tried. The connection is disconnected by a request with `roleDeleted=true`.',
    confirmedBy: 'The side that said that the role is deleted, without a check of `check.untried`.',
    nextCheckInMs: 'Milliseconds until the next request is useful. `null`: nothing is left to check.',
  },
  [removalCheck],
)

const rotation = body('Rotation', Rotation, {
  externalId:
    'The ID that isn’t in use. Until the new one is confirmed, it is the new one, which the role must accept too. After that, it is the old one, or the new one of a canceled rotation, and the role must no longer accept it.',
  startedAt: 'UTC.',
  confirmedAt:
    'UTC. Since then the role must accept only `externalId` of the connection: the new ID, or the old one if `canceledAt` is present. `null`: not confirmed yet.',
  canceledAt: 'UTC. Someone canceled the rotation. It is over once AWS denies the new ID. Absent: no one did.',
})

export const rotationRecord = body('RotationRecord', RotationRecord, {
  connectionId: 'The connection.',
  roleArn: 'The role whose trust policy the customer updates.',
  stage:
    '`adding`: the role must accept both IDs. `removing`: the role must accept only the one in use, which is the new one unless `canceledAt` is present.',
  externalId: 'The ID in use. Assume the role with it.',
  newExternalId: 'The ID that replaces the other. The server makes it.',
  oldExternalId: 'The ID that is replaced. It is never assigned again.',
  startedAt: 'UTC.',
  confirmedAt: 'UTC. `null`: the new ID isn’t confirmed yet.',
  canceledAt: 'UTC. Someone canceled the rotation. Absent: no one did.',
})

export const connection = body(
  'Connection',
  Connection,
  {
    id: 'Random. It identifies the connection in every other request.',
    accountId: 'The customer account, 12 digits.',
    region: 'Where the stack is created.',
    externalId: 'The ID that the role must require, and the one to assume it with. It is never assigned to another connection.',
    permissions: 'The chosen permission sets, each with the values of its parameters.',
    role: 'Role settings that the customer’s company requires. Absent when there are none.',
    permissionsPolicy: 'As the customer edited it. Absent when it was not edited.',
    roleArn: 'The account access role, derived by the server: no one types it.',
    createdAt: 'UTC.',
    name: 'The customer’s name for the account. Absent if it has none.',
    disconnection: 'Present while the connection is being disconnected: don’t use its role.',
    rotation: 'Present while the external ID is being replaced. `externalId` is the one in use.',
  },
  [disconnection, rotation],
)

const lastCheck = body('LastCheck', LastCheck, {
  connectionId: 'The connection.',
  kind: 'As in the verdict.',
  diagnosis: 'As in the verdict.',
  checkedAt: 'UTC.',
  simulated: 'AWS was the simulator: the verdict says nothing about a real account.',
})

/** One page of a tenant's connections. */
export const Connections = z.object({
  connections: z.array(Connection),
  lastChecks: z.array(LastCheck),
  /** The name of version 0.1. */
  lastLooks: z.array(LastCheck),
  next: z.optional(z.string()),
  unreadable: z.optional(z.int()),
})
export type Connections = z.infer<typeof Connections>

export const connections = body(
  'Connections',
  Connections,
  {
    connections: 'At most 100, oldest first.',
    lastChecks:
      'A summary of the last verdict, for each of them that was verified since the requested role last changed, and since someone last began to disconnect it.',
    lastLooks: 'The earlier name of `lastChecks`, with the same content. Deprecated.',
    next: 'The `cursor` of the next page. Absent on the last page.',
    unreadable: 'How many connections of this page are left out because their record is damaged. Absent when there are none.',
  },
  [connection, lastCheck],
)
