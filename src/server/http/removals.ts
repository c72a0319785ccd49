import { type Disconnection, type DisconnectionRecord, needsConfirmation, nextRemovalCheckMs } from '#core/connection/disconnection.ts'
import type { ChangedConnection } from '#server/registry/connection-records.ts'
import type { AppDependencies } from './app-dependencies.ts'
import { problem } from './problems.ts'
import { note, type RequestFacts } from './request-facts.ts'

type Noted = Parameters<typeof note>[0]

/** Null: no one ends the connection. */
export function disconnectionRecord({ connection, disconnectedAt }: ChangedConnection): DisconnectionRecord | null {
  const { id: connectionId, roleArn, disconnection } = connection
  if (disconnection === undefined && disconnectedAt === null) return null
  const known: Disconnection = disconnection ?? { requestedAt: disconnectedAt ?? '', check: null, deniedSince: null }
  const { requestedAt, check, deniedSince, confirmedBy } = known
  const waits = needsConfirmation(known) ? { needsConfirmation: true } : {}
  const open = { status: 'disconnecting', nextCheckInMs: nextRemovalCheckMs(known), ...waits } as const
  const state = disconnectedAt === null ? open : ({ status: 'disconnected', nextCheckInMs: null } as const)
  return {
    connectionId,
    roleArn,
    ...state,
    requestedAt,
    disconnectedAt,
    check,
    deniedSince,
    ...(confirmedBy === undefined ? {} : { confirmedBy }),
  }
}

function endOf(found: ChangedConnection | null): RequestFacts {
  const confirmedBy = found?.connection.disconnection?.confirmedBy
  return { removal: 'confirmed', ...(confirmedBy === undefined ? {} : { confirmedBy }) }
}

function stepOf({ connection, disconnectedAt }: ChangedConnection): RequestFacts {
  return connection.disconnection === undefined && disconnectedAt === null ? { removal: 'requested' } : { isUnchanged: true }
}

type ConfirmedBy = Disconnection['confirmedBy']

export const roleDeletedParameter = {
  name: 'roleDeleted',
  required: false,
  description:
    '`true`: you say that the role is deleted. It is needed where `needsConfirmation` is `true`, and it counts only while AWS denies what can be tried.',
} as const

export const confirmation = (roleDeleted: string | undefined, by: 'customer' | 'vendor'): ConfirmedBy =>
  roleDeleted === 'true' ? by : undefined

const retryAfterSeconds = 5

/** AWS denies what can be tried, but no check that knows of the confirmation could run. */
const postponed = (): Response =>
  problem('rate-limited', {
    detail: `Another check of the connection is in progress, so the confirmation isn’t saved. Repeat the request in ${retryAfterSeconds} s.`,
    headers: { 'Retry-After': String(retryAfterSeconds) },
  })

function responseOf(record: DisconnectionRecord | null, confirmedBy: ConfirmedBy): Response {
  if (record === null) return problem('not-found')
  return confirmedBy !== undefined && record.needsConfirmation === true ? postponed() : Response.json(record)
}

/** Starts the end of a connection, or goes on with it: one check, if it is time for one. */
export function disconnecting({ registry, checkRemoval, now }: AppDependencies) {
  return async (context: Noted, tenant: string, before: ChangedConnection, confirmedBy: ConfirmedBy): Promise<Response> => {
    const { id } = before.connection
    const started = await registry.disconnections.start(tenant, id, now().toISOString())
    const result =
      started === null ? 'none' : await checkRemoval({ tenant, connection: started }, confirmedBy === undefined ? {} : { confirmedBy })
    const found = await registry.ofAnyTenant(id)
    note(context, result === 'ended' ? endOf(found) : stepOf(before))
    return responseOf(found?.tenant === tenant ? disconnectionRecord(found) : null, confirmedBy)
  }
}
