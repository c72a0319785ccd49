import type { AccountId } from '#core/aws/account-id.ts'
import type { Partition } from '#core/aws/partition.ts'
import type { Connection, ConnectionTerms } from '#core/connection/connection.ts'
import type { Disconnection } from '#core/connection/disconnection.ts'
import type { PermissionsChange } from '#core/connection/edited-policy.ts'
import type { ExternalId } from '#core/connection/external-id/external-id.ts'
import type { HeldRole } from '#core/connection/role-plan.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import type { AccountUse } from '#core/verify/verdict-history.ts'
import type { AwsIdentity } from '#server/config/environment.ts'
import type { Log } from '#server/config/log.ts'
import type { Campaigns } from './campaign-records.ts'
import type {
  ChangedConnection,
  ChangedConnections,
  ConnectionPage,
  Disconnections,
  HistoryPage,
  Leases,
  PageRequest,
  Rotations,
  UpdateMark,
  VerdictKindsPage,
} from './connection-records.ts'
import type { EventRecords, NewEvent } from './event-records.ts'
import type { FoundOtherIds, OtherExternalIdRecord } from './other-external-ids.ts'
import type { HandoffRecords, SessionRecords } from './records.ts'
import type { RememberedVerdict } from './remembered-verdict.ts'
import type { RequestIds } from './request-ids.ts'
import type { StsSlots } from './sts-slots.ts'

export type ClaimRequest = {
  readonly tenant: string
  readonly terms: ConnectionTerms
  /** The role of the connection with this ID. A repeated claim leads to an earlier connection, which has the role `held`. Null: the connection is new. */
  readonly roleArn: (connectionId: string, held: HeldRole | null) => string
  /** The id of the connection, should it be a new one. */
  readonly id: string
  readonly createdAt: string
  /** The maximum number of a tenant's connections that were never verified. */
  readonly pendingMaximum: number
  /** The customer's name for the account. */
  readonly name?: string | undefined
  /**
   * The connection that an earlier request made, of those that the tenant holds on the account, oldest first. The claim is then one of its
   * external ID. The store asks in the transaction of the claim, so that equal requests at the same time make one connection.
   */
  readonly earlier?: ((held: readonly HeldConnection[]) => HeldConnection | undefined) | undefined
  /** The hand-off whose draft this completes. A draft becomes one connection, which the hand-off then names. */
  readonly handoffId?: string | undefined
}

export type ClaimResult =
  | { readonly kind: 'claimed'; readonly connection: Connection }
  /** The same tenant repeated account, partition, and external ID. Everything else is as in the later request. */
  | { readonly kind: 'existing'; readonly connection: Connection }
  /** `replacedBy`: the tenant's connection to the account had it before a rotation, and has this one now. */
  | { readonly kind: 'external-id-taken'; readonly replacedBy?: ExternalId }
  /** The hand-off already has another connection. */
  | { readonly kind: 'handoff-used' }
  | { readonly kind: 'connection-limit' }

/** One connection that cannot be read does not cost the others. */
export type NewAccountResult = ClaimResult | { readonly kind: 'connection-unreadable' }

export type LastVerdict = {
  readonly verdict: Verdict
  /** Compared with the next check, see `verdictToCompare`. */
  readonly remembered: RememberedVerdict
  /** The hash of the request at that time, see `requestedSha256`. Null: written by an earlier version. */
  readonly asked: string | null
}

/** A verdict and the other findings of the check. */
export type FoundVerdict = LastVerdict & {
  readonly asked: string
  /** True if the role accepted this connection's own external ID. Null if AWS gave no clear answer. */
  readonly isIdAccepted: boolean | null
  readonly otherExternalIds: FoundOtherIds
  /** The diagnosis differs from the one that is shown, or there is an event: the change goes into the history, and the role may accept an ID that it denied before. */
  readonly isChanged: boolean
  /** Null: no check is scheduled. */
  readonly nextCheckAt: string | null
  /** Stored in one transaction with the verdict. Null: there is nothing to tell the vendor. */
  readonly event: NewEvent | null
  /** The time of the stored verdict when the check began. After a wrong clock it can be in the future. Null: there was none. */
  readonly knownAt: string | null
  /** `disconnectionToldAt` of the stored verdict when the check began. */
  readonly knownDisconnectionAt?: string | undefined
}

/** Only with `saved` is anything stored: verdict, history and event alike. */
export type SaveResult =
  | { readonly kind: 'saved' }
  /** Another check that ended later has stored its verdict. */
  | { readonly kind: 'outdated'; readonly newer: LastVerdict }
  /** The connection was disconnected or deleted since the check began, or its disconnection has started. */
  | { readonly kind: 'ended' }

/** The stored verdict, if another check that ended later has stored it since, or if a disconnection began and was canceled since. */
export function newerVerdict(stored: LastVerdict | null, { verdict, knownAt, knownDisconnectionAt }: FoundVerdict): LastVerdict | null {
  if (stored !== null && stored.remembered.disconnectionToldAt !== knownDisconnectionAt) return stored
  if (stored === null || stored.verdict.checkedAt === knownAt) return null
  return Date.parse(stored.verdict.checkedAt) > Date.parse(verdict.checkedAt) ? stored : null
}

export type ConnectionState = {
  readonly connection: Connection
  readonly last: LastVerdict | null
  readonly others: readonly OtherExternalIdRecord[]
}

/** Distinguishes connections to one account. */
export type HeldConnection = Pick<Connection, 'id' | 'externalId'>

/** The claim of the external ID that the earlier connection has. */
export function claimAfter(request: ClaimRequest, held: readonly HeldConnection[]): ClaimRequest {
  const earlier = request.earlier?.(held)
  return earlier === undefined ? request : { ...request, terms: { ...request.terms, externalId: earlier.externalId } }
}

/** Thrown if the row of a requested connection can't be read. */
export class UnreadableConnection extends Error {
  constructor(id: string) {
    super(`The row of connection ${id} cannot be read`)
    this.name = 'UnreadableConnection'
  }
}

/** Thrown if the store does not respond, or says that it can't at present. Nothing is known about a write that it was asked for. */
export class RegistryUnavailable extends Error {
  readonly code: string

  constructor(code: string, options?: ErrorOptions) {
    super('The registry cannot be used at present', options)
    this.name = 'RegistryUnavailable'
    this.code = code
  }
}

/** The store of connections. It has no place for credentials. */
export type Registry = {
  /** Atomic: of any number of claims of one external ID, by anyone, one wins; an ID that was claimed once is never free again. */
  readonly claim: (request: ClaimRequest) => Promise<ClaimResult>
  /**
   * Like `claim`, for accounts without a connection of the tenant. An existing connection in the partition is returned unchanged.
   * Atomic: concurrent requests for one account create one connection, and either all or none are stored, with one write to the disk.
   */
  readonly claimNewAccounts: (requests: readonly ClaimRequest[]) => Promise<readonly NewAccountResult[]>
  /** Null if it is absent or belongs to another tenant. */
  readonly find: (tenant: string, id: string) => Promise<Connection | null>
  /** The connection and what its last check found, in as few requests to the store as possible. Null as in `find`. */
  readonly state: (tenant: string, id: string) => Promise<ConnectionState | null>
  /** Oldest first, without disconnected ones. New connections come last. Null if `after` isn't a connection of the tenant. */
  readonly list: (tenant: string, page: PageRequest) => Promise<ConnectionPage | null>
  /** All connections of the tenant to one account, oldest first. */
  readonly heldOnAccount: (tenant: string, accountId: string, partition: Partition) => Promise<readonly HeldConnection[]>
  /**
   * The connection of the tenant that claimed the external ID, also where a rotation has replaced that ID. Null: the tenant has not
   * claimed it. The connection can have ended since.
   */
  readonly claimedBy: (tenant: string, externalId: string) => Promise<string | null>
  /** The partitions of all connections. One whose connections have ended can still be among them. */
  readonly partitions: () => Promise<readonly Partition[]>
  readonly updatePermissions: (tenant: string, id: string, change: PermissionsChange, at: string) => Promise<Connection | null>
  /** The customer's name for the account. Null removes it. */
  readonly rename: (tenant: string, id: string, name: string | null, at: string) => Promise<Connection | null>
  readonly disconnections: Disconnections
  /**
   * Ends a connection in one transaction, with all that tells of it: only the list of changes and its history still have it. `confirmed` is
   * what confirmed the removal of the role. False if the connection is absent, or if its disconnection was canceled meanwhile.
   */
  readonly disconnect: (tenant: string, id: string, at: string, confirmed?: Disconnection) => Promise<boolean>
  /** Deletes everything of a tenant but the hashes of its external IDs, which are never free again. Returns the number of connections. */
  readonly deleteTenant: (tenant: string) => Promise<number>
  /**
   * Deletes everything of a disconnected connection but the hashes of its external IDs, which are never free again. False if it is absent or
   * not disconnected.
   */
  readonly deleteConnection: (id: string) => Promise<boolean>
  /** Oldest first. Null if the connection is absent or belongs to another tenant, and for a cursor that isn't one. */
  readonly history: (tenant: string, id: string, page: PageRequest) => Promise<HistoryPage | null>
  /** Atomic: of two checks that end in any order, the later verdict stays. `asked` is the hash of the request when verification began. */
  readonly saveVerdict: (id: string, found: FoundVerdict) => Promise<SaveResult>
  /** Null also for an unreadable verdict: the role is then verified again. */
  readonly lastVerdict: (id: string) => Promise<LastVerdict | null>
  /** Time of the first check: `now` at the first call, then unchanged, unless that time is in the future. Null for an absent connection. */
  readonly firstCheckAt: (id: string, now: string) => Promise<string | null>
  /** Connections of other tenants that name the same role: at most five, those whose own ID the role accepts first. */
  readonly otherExternalIds: (tenant: string, connection: Connection) => Promise<readonly OtherExternalIdRecord[]>
  /** The kinds of the last verdicts of all connections, page by page. `unchecked` for none, and `disconnecting` for those that someone ends. */
  readonly verdictKinds: (page: PageRequest) => Promise<VerdictKindsPage>
  /** The use of one account by this tenant and by others. */
  readonly accountUse: (tenant: string, accountId: AccountId, partition: Partition) => Promise<AccountUse>
  readonly changes: ChangedConnections
  /** A connection of any tenant as it is in `changes`, also a disconnected one. For the vendor alone, never for a tenant. */
  readonly ofAnyTenant: (id: string) => Promise<ChangedConnection | null>
  /** False if the mark is another one by now, or if the connection has ended or someone has begun to end it. */
  readonly markUpdate: (id: string, mark: UpdateMark) => Promise<boolean>
  readonly campaigns: Campaigns
  readonly requestIds: RequestIds
  readonly leases: Leases
  readonly rotations: Rotations
  readonly events: EventRecords
  readonly handoffs: HandoffRecords
  readonly sessions: SessionRecords
  readonly stsSlots: StsSlots
  /** The clock of the store, which all copies share. Null: it has none, or that of this machine. */
  readonly storeTime: () => Promise<Date | null>
  /** Writes and reads a row. Null when both work, otherwise what is wrong, without a name or a path. */
  readonly fault: () => Promise<string | null>
  readonly close: () => Promise<void>
}

/** The most accounts in one call of `claimNewAccounts`: DynamoDB allows 100 writes in a transaction, and one claim with its event needs six. */
export const newAccountsMaximum = 16

export type RegistryOptions = {
  /** `ROLEBRIDGE_REGISTRY`. */
  readonly url: string
  readonly dataFolder: string
  /** True: an empty registry is created where one was lost. */
  readonly isNewAllowed: boolean
  /** True for the command that brings a registry up to date, or creates one, without starting. */
  readonly isMigration: boolean
  /** Null accepts every AWS. */
  readonly aws: AwsIdentity | null
  readonly log: Log
}

/** One kind of store. Throws `StartRefusal` where it cannot be used. */
export type RegistryAdapter = {
  /** Schemes of `ROLEBRIDGE_REGISTRY`. */
  readonly schemes: readonly string[]
  /** A value of `ROLEBRIDGE_REGISTRY`. */
  readonly example: string
  readonly open: (options: RegistryOptions) => Promise<Registry>
}

/** Registry calls of an embedded database never wait, so only a timer lets other requests run in between. It works in Node and in a page. */
export const letOtherRequestsRun = () => new Promise<void>((resume) => setTimeout(resume, 0))

const longestTurnMs = 5

/** For many pieces of work: call it before each. It lets other requests run once the pieces since the last time took long enough. */
export function inShortTurns(): () => Promise<void> | undefined {
  let startedAt = performance.now()
  return () => {
    if (performance.now() - startedAt < longestTurnMs) return undefined
    return letOtherRequestsRun().then(() => {
      startedAt = performance.now()
    })
  }
}
