import { type Disconnection, type DisconnectionRecord, nextRemovalCheckMs } from '#core/connection/disconnection.ts'
import type { ChangedConnection } from '#server/registry/connection-records.ts'
import type { AppDependencies } from './app-dependencies.ts'
import { note, type RequestFacts } from './request-facts.ts'

type Noted = Parameters<typeof note>[0]

/** Null: no one ends the connection. */
export function disconnectionRecord({ connection, disconnectedAt }: ChangedConnection): DisconnectionRecord | null {
  const { id: connectionId, roleArn, disconnection } = connection
  if (disconnection === undefined && disconnectedAt === null) return null
  const { requestedAt, check, deniedSince }: Disconnection = disconnection ?? {
    requestedAt: disconnectedAt ?? '',
    check: null,
    deniedSince: null,
  }
  const open = { status: 'disconnecting', nextCheckInMs: nextRemovalCheckMs({ requestedAt, check, deniedSince }) } as const
  const state = disconnectedAt === null ? open : ({ status: 'disconnected', nextCheckInMs: null } as const)
  return { connectionId, roleArn, ...state, requestedAt, disconnectedAt, check, deniedSince }
}

function stepOf({ connection, disconnectedAt }: ChangedConnection, isEnded: boolean): RequestFacts {
  if (isEnded) return { removal: 'confirmed' }
  return connection.disconnection === undefined && disconnectedAt === null ? { removal: 'requested' } : { isUnchanged: true }
}

/** Starts the end of a connection, or goes on with it: one check, if it is time for one. Null: it does not exist. */
export function disconnecting({ registry, checkRemoval, now }: AppDependencies) {
  return async (context: Noted, tenant: string, before: ChangedConnection): Promise<DisconnectionRecord | null> => {
    const { id } = before.connection
    const started = await registry.disconnections.start(tenant, id, now().toISOString())
    const result = started === null ? 'none' : await checkRemoval({ tenant, connection: started })
    note(context, stepOf(before, result === 'ended'))
    const found = await registry.ofAnyTenant(id)
    return found?.tenant === tenant ? disconnectionRecord(found) : null
  }
}
