import { S3Client } from '@aws-sdk/client-s3'
import type { RolebridgeClient, VendorConnection } from 'rolebridge/client'
import { credentialsFor } from 'rolebridge/client/credentials'

/** A connection whose role can be used now, and S3 as that role. */
export type UsableConnection = { readonly connection: VendorConnection; readonly s3: S3Client }

type KnownConnection = {
  readonly connection: VendorConnection
  readonly s3: S3Client | null
  /** It has another role or external ID than before, and the verdict isn't known to be about that one. */
  readonly isRoleUnchecked: boolean
  /** From an event: the number of the reading during or after which it came. From the list: an earlier one. */
  readonly reading: number
}

/** Without news from Rolebridge for this long, no role is used. It can have become insecure, or its customer can have left. */
const staleMs = 15 * 60_000

export type ConnectionsOptions = {
  readonly rolebridge: Pick<RolebridgeClient, 'connections'>
  readonly isSimulatorAllowed: boolean
  readonly now?: () => number
}

const isSameRole = (one: VendorConnection, other: VendorConnection): boolean =>
  one.roleArn === other.roleArn && one.externalId === other.externalId

const isSameChoice = (one: VendorConnection, other: VendorConnection): boolean =>
  JSON.stringify(one.permissions) === JSON.stringify(other.permissions)

/** A change of your config makes no verdict on a role worse, so `current` counts only once the role or its external ID has changed. */
function isUnchecked(before: KnownConnection | undefined, connection: VendorConnection): boolean {
  if (before === undefined || connection.verdict?.current === true) return false
  return before.isRoleUnchecked || !isSameRole(before.connection, connection)
}

function isUsable({ verdict, disconnection, disconnectedAt }: VendorConnection, isSimulatorAllowed: boolean): boolean {
  if (verdict === null || disconnection !== undefined || disconnectedAt !== null) return false
  const isSecure = verdict.kind === 'verified' || verdict.kind === 'partial'
  return isSecure && (isSimulatorAllowed || !verdict.simulated)
}

/** It assumes the role only while it is the client of the connection, so never for one that has ended or with an external ID of before. */
function newClient(connection: VendorConnection, isClient: (s3: S3Client) => boolean): S3Client {
  const assume = credentialsFor(connection, { sessionName: 'image-processor' })
  const credentials = async () => {
    if (!isClient(s3)) throw new Error('The role is no longer used')
    return assume()
  }
  const s3: S3Client = new S3Client({ region: connection.region, credentials, followRegionRedirects: true })
  return s3
}

/** A client for S3 keeps its session, so the same one goes on while the role and its external ID stay the same. */
function clientOfBefore(before: KnownConnection | undefined, connection: VendorConnection): S3Client | null {
  if (before === undefined || before.connection.region !== connection.region) return null
  return isSameRole(before.connection, connection) ? before.s3 : null
}

type WholeList =
  | { readonly kind: 'list'; readonly connections: readonly VendorConnection[] }
  | { readonly kind: 'failure'; readonly reason: string }

async function wholeList(rolebridge: ConnectionsOptions['rolebridge']): Promise<WholeList> {
  const connections: VendorConnection[] = []
  for await (const page of rolebridge.connections()) {
    if (page.kind !== 'answer') return { kind: 'failure', reason: page.kind === 'problem' ? page.problem.title : page.kind }
    connections.push(...page.value.connections)
  }
  return { kind: 'list', connections }
}

/** The list of the vendor API, kept in memory. It holds no credentials that outlast the process. */
export function knownConnections({ rolebridge, isSimulatorAllowed, now = Date.now }: ConnectionsOptions) {
  let known = new Map<string, KnownConnection>()
  let readAt = 0
  let readings = 0

  function current(id: string): UsableConnection | null {
    const { connection, s3 } = known.get(id) ?? { connection: null, s3: null }
    const isFresh = now() - readAt <= staleMs
    return isFresh && connection !== null && s3 !== null ? { connection, s3 } : null
  }

  function knownAs(connection: VendorConnection, reading: number): KnownConnection {
    const { id } = connection
    const before = known.get(id)
    const isRoleUnchecked = isUnchecked(before, connection)
    if (isRoleUnchecked || !isUsable(connection, isSimulatorAllowed)) return { connection, s3: null, isRoleUnchecked, reading }
    const s3 = clientOfBefore(before, connection) ?? newClient(connection, (client) => current(id)?.s3 === client)
    return { connection, s3, isRoleUnchecked, reading }
  }

  /** From an event: it counts at once. False for an unknown connection, which the list alone tells from a deleted one: read it then. */
  function keep(connection: VendorConnection): boolean {
    const before = known.get(connection.id)
    if (before === undefined) return false
    if (before.connection.changedAt <= connection.changedAt) known.set(connection.id, knownAs(connection, readings))
    return true
  }

  /** The list is what holds, whatever the clocks of the servers say, except that an event can overtake a page of it. */
  function listedAs(connection: VendorConnection): KnownConnection {
    const before = known.get(connection.id)
    const hasOvertaken = before?.reading === readings && before.connection.changedAt >= connection.changedAt
    return hasOvertaken ? before : knownAs(connection, readings - 1)
  }

  /** Reads the whole list. What is no longer in it was deleted. Returns why it couldn't be read, or null. One reading at a time. */
  async function read(): Promise<string | null> {
    const startedAt = now()
    readings += 1
    const list = await wholeList(rolebridge)
    if (list.kind === 'failure') return list.reason
    known = new Map(list.connections.map((connection) => [connection.id, listedAs(connection)]))
    readAt = startedAt
    return null
  }

  return {
    keep,
    read,
    count: (): number => known.size,
    usable: (): readonly UsableConnection[] => [...known.keys()].flatMap((id) => current(id) ?? []),
    /** The connection as it is now, with its external ID. Null once its role must not be used. */
    current,
    /** False once the connection ends, its role becomes insecure, or its external ID or its buckets are others. Asked before each call. */
    isUsed: (used: UsableConnection): boolean => {
      const one = current(used.connection.id)
      return one?.s3 === used.s3 && isSameChoice(one.connection, used.connection)
    },
  }
}
