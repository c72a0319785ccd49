import { type Disconnection, type DisconnectionRecord, needsConfirmation, nextRemovalCheckMs } from '#core/connection/disconnection.ts'
import type { RemovalResult } from '#server/aws/removal-checks.ts'
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
    '`true`: you say that the role is deleted. It is needed where `needsConfirmation` is `true`, and it counts only while AWS denies what can be tried. If no check tells, the problem is `rate-limited`, and `detail` says why.',
} as const

export const confirmation = (roleDeleted: string | undefined, by: 'customer' | 'vendor'): ConfirmedBy =>
  roleDeleted === 'true' ? by : undefined

const repeatedAfterMs = 5000

/** A confirmation that a check could still take: AWS denied what can be tried before, and now no one knows. */
const isConfirmationOpen = ({ status, needsConfirmation: isNeeded, check, deniedSince }: DisconnectionRecord): boolean =>
  status === 'disconnecting' && (isNeeded === true || (deniedSince !== null && check?.outcome === 'unknown'))

const inProgress = 'Another check of the connection is in progress'

const reasons: Readonly<Record<RemovalResult['kind'], string>> = {
  found: 'The check has no clear result',
  recent: 'The last check has no clear result',
  held: inProgress,
  'no-turn': 'Other checks come first',
  late: 'No check was completed in time',
  delayed: 'The limit for checks of this AWS account is reached',
  ended: inProgress,
  absent: inProgress,
}

function postponed(result: RemovalResult, { needsConfirmation: isNeeded }: DisconnectionRecord): Response {
  const seconds = Math.ceil((result.kind === 'delayed' ? Math.max(1, result.afterMs) : repeatedAfterMs) / 1000)
  // Another copy of the server has stored a denial since.
  const isDenied = isNeeded === true && (result.kind === 'found' || result.kind === 'recent')
  const reason = isDenied ? inProgress : reasons[result.kind]
  return problem('rate-limited', {
    detail: `${reason}, so the confirmation isn’t saved. Repeat the request in ${seconds} s.`,
    headers: { 'Retry-After': String(seconds) },
  })
}

function responseOf(record: DisconnectionRecord | null, confirmedBy: ConfirmedBy, result: RemovalResult): Response {
  if (record === null) return problem('not-found')
  return confirmedBy !== undefined && isConfirmationOpen(record) ? postponed(result, record) : Response.json(record)
}

/** Starts the end of a connection, or goes on with it: one check, if it is time for one. */
export function disconnecting({ registry, checkRemoval, now }: AppDependencies) {
  return async (context: Noted, tenant: string, before: ChangedConnection, confirmedBy: ConfirmedBy): Promise<Response> => {
    const { id } = before.connection
    const started = await registry.disconnections.start(tenant, id, now().toISOString())
    const request = confirmedBy === undefined ? {} : { confirmedBy }
    const result = started === null ? ({ kind: 'absent' } as const) : await checkRemoval({ tenant, connection: started }, request)
    const found = await registry.ofAnyTenant(id)
    note(context, result.kind === 'ended' ? endOf(found) : stepOf(before))
    return responseOf(found?.tenant === tenant ? disconnectionRecord(found) : null, confirmedBy, result)
  }
}
